package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.catalog.Catalog;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import dev.parlance.fake.twilio.messaging.Messaging;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API of all Twilio hosts that the fake replaces. */
public final class Api {
    private static final Pattern ACCOUNT = Pattern.compile("/2010-04-01/Accounts/(AC\\w+?)(?:[/.].*)?");
    private static final String JSON = ".json";
    private static final String FUNCTIONS = "." + Domains.FUNCTIONS;
    private static final Set<String> METHODS = Set.of("GET", "POST", "DELETE");

    private final World world;
    private final Map<String, Routes> hosts = new HashMap<>();
    private final ServerlessApi serverless;
    private final Gaps gaps;
    private final GenericApi generic;
    private final Effects effects = new Effects();
    private final MonitorApi monitor;
    private final CampaignsApi campaigns;
    private final StudioApi studio;
    private final RequestCheck check = new RequestCheck();

    public Api(World world, Messaging messaging, Telephony telephony) {
        this.world = world;
        gaps = new Gaps(world);
        generic = new GenericApi(world, this::behaviour, effects);
        Routes api = host("api");
        new AccountsApi(world).routes(api);
        new CredentialsApi(world).routes(host("accounts"), host("iam"), effects);
        new MessagesApi(world, messaging).routes(api);
        new CallsApi(world, telephony).routes(api);
        new CallPartsApi(world, telephony).routes(api);
        new PaymentsApi(world, telephony).routes(api);
        new RecordingsApi(world, telephony).routes(api);
        new ConferencesApi(world, telephony).routes(api);
        new QueuesApi(world, telephony).routes(api);
        new UsageApi(world, generic).routes(api);
        new NumbersApi(world, generic).routes(api);
        new ConversationsApi(world, messaging).routes(host("conversations"), host("mcs"), host("media"), effects);
        new MessagingServicesApi(world, generic).routes(host("messaging"));
        new VerifyApi(world, telephony, generic).routes(host("verify"));
        new LookupApi(world, generic).routes(host("lookups"));
        new ConsentApi(world).effects(effects);
        campaigns = new CampaignsApi(world);
        campaigns.effects(effects);
        studio = new StudioApi(world, messaging);
        studio.effects(effects);
        new ContentApi(world, generic).routes(host("content"), effects);
        new TypingIndicators(world).effects(effects);
        EventSinks sinks = new EventSinks(world);
        new EventStreamsApi(world, sinks).effects(effects);
        messaging.onStatus(sinks::report);
        telephony.onStatus(sinks::report);
        world.onAlert(sinks::report);
        monitor = new MonitorApi(world);
        monitor.effects(effects);
        world.onAlert(monitor::add);
        serverless = new ServerlessApi(world);
        serverless.routes(host("serverless"), host("serverless-upload"));
    }

    private Routes host(String name) {
        return hosts.computeIfAbsent(name, any -> new Routes());
    }

    /** Controls for Functions and Assets that the API does not have. */
    public ServerlessApi serverless() {
        return serverless;
    }

    /** Decisions about brands and campaigns, which only Twilio makes. */
    public CampaignsApi campaigns() {
        return campaigns;
    }

    /** Flows whose steps a test says. */
    public StudioApi studio() {
        return studio;
    }

    /** The supported hosts: {@code api}, {@code conversations} … */
    public Set<String> hosts() {
        return Set.copyOf(hosts.keySet());
    }

    /** Handles a request to a host. The request's URL is the one at Twilio. */
    public WebhookResponse answer(String host, WebhookRequest request) {
        return world.background().after(() -> handle(host, request));
    }

    private WebhookResponse handle(String host, WebhookRequest request) {
        try {
            if (host.endsWith(FUNCTIONS)) {
                return serverless.hasFunction(host, request.path())
                        ? gaps.ofFunction(host, request)
                        : serverless.serve(host, request.path());
            }
            Optional<Operation> operation = operation(host, request);
            Routes routes = hosts.get(host);
            if (operation.isPresent()) {
                return answer(operation.get(), routed(request));
            }
            return routes == null ? gaps.answer(host, request) : undocumented(routes, host, request);
        } catch (ApiError e) {
            return Json.error(e);
        } catch (WebhookException e) {
            return Json.error(ApiError.badRequest(20001, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            world.background().failed(e);
            return Json.error(new ApiError(500, 20500, "The fake failed: " + e));
        }
    }

    /**
     * Adds a resource that only Twilio creates.
     *
     * @param url the URL of its list, or its own URL
     * @return its key, usually a SID
     */
    public String add(URI url, Map<String, String> fields) {
        String host = url.getHost().replace(".twilio.com", "");
        Operation operation = METHODS.stream()
                .sorted(Comparator.comparing("GET"::equals).reversed())
                .flatMap(method -> Catalog.find(Route.of(method, host, url.getPath())).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Twilio's API has no such resource: " + url));
        if (hasRoute(operation)) {
            throw new IllegalArgumentException("Use the API to create such a resource: " + url);
        }
        String main = world.accounts().main();
        WebhookRequest request = WebhookRequest.get(url.toString())
                .withHeader("Authorization", Login.header(main, world.accounts().token(main)));
        try {
            return generic.add(operation, routed(request), fields);
        } catch (ApiError e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Creates a Verify service that can also send e-mail, and returns its SID. */
    public String verifyService(String name) {
        String main = world.accounts().main();
        WebhookRequest request = WebhookRequest.post("https://verify.twilio.com/v2/Services")
                .withForm("FriendlyName", name)
                .withHeader("Authorization", Login.header(main, world.accounts().token(main)));
        WebhookResponse response = answer("verify", request);
        if (response.status() >= 400) {
            throw new IllegalArgumentException(errorIn(response));
        }
        String sid = Json.parse(response.bodyText()).path("sid").asText();
        world.resources().find(main + " verify/v2/Services", sid).orElseThrow().set("_mailer", "true");
        return sid;
    }

    /** An error response of the API. */
    public static WebhookResponse error(int status, int code, String message) {
        return Json.error(new ApiError(status, code, message));
    }

    /** The code and message of an error response; empty for other responses. */
    public static String errorIn(WebhookResponse response) {
        return response.status() >= 400 && response.contentType().startsWith("application/json")
                ? Json.errorIn(response.bodyText())
                : "";
    }

    private Caller authenticate(WebhookRequest request) {
        Caller caller = Login.caller(world, request);
        Matcher path = ACCOUNT.matcher(request.path());
        if (path.matches() && !Login.canAccess(caller.account(), world, path.group(1))) {
            throw world.accounts().shelf().find(path.group(1)).isPresent()
                    ? Login.refused("Authenticate")
                    : ApiError.notFound(request.path() + JSON);
        }
        boolean changesOnlyAccount =
                path.matches() && path.end(1) == request.path().length();
        String account = path.matches() ? path.group(1) : caller.account().sid();
        if (!request.method().equals("GET")
                && !changesOnlyAccount
                && !world.accounts().isActive(account)) {
            throw new ApiError(401, 20005, "Account not active");
        }
        return caller;
    }

    /** In the 2010 API, paths that end in {@code .json} return JSON and other paths return the content. */
    private static WebhookRequest routed(WebhookRequest request) {
        String path = request.path();
        if (!path.startsWith("/2010-04-01/")) {
            return request;
        }
        String routed = path.endsWith(JSON) ? path.substring(0, path.length() - JSON.length()) : "/content" + path;
        int start = request.url().indexOf(path);
        String url = request.url().substring(0, start) + routed + request.url().substring(start + path.length());
        return WebhookRequest.of(request.method(), url, request.headers(), request.body());
    }

    private WebhookResponse answer(Operation operation, WebhookRequest request) {
        if (!operation.isOpen()) {
            Permissions.check(authenticate(request), operation);
        }
        check.check(operation, request);
        WebhookResponse response = behaviour(operation, request).orElseGet(() -> generic.answer(operation, request));
        monitor.add(operation, request, response);
        return response;
    }

    /** The response to a request for a file, or to one that is in none of Twilio's documents. */
    private WebhookResponse undocumented(Routes routes, String host, WebhookRequest request) {
        WebhookRequest known = routed(request);
        if (!known.path().startsWith("/content")) {
            authenticate(known);
        }
        return routes.answer(known).orElseGet(() -> unknown(host, request));
    }

    private static Optional<Operation> operation(String host, WebhookRequest request) {
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        return Catalog.find(Route.of(method, host, request.path()));
    }

    private Optional<WebhookResponse> behaviour(Operation operation, WebhookRequest request) {
        return Optional.ofNullable(hosts.get(operation.route().host()))
                .filter(routes -> routes.has(operation))
                .flatMap(routes -> routes.answer(request));
    }

    /** Whether an operation has behaviour. Without, it only stores and shows resources. */
    public boolean hasBehaviour(Operation operation) {
        return hasRoute(operation) || effects.has(operation);
    }

    private boolean hasRoute(Operation operation) {
        Routes routes = hosts.get(operation.route().host());
        return routes != null && routes.has(operation);
    }

    /** The response to a request that is in none of Twilio's documents. */
    private WebhookResponse unknown(String host, WebhookRequest request) {
        return METHODS.contains(request.method())
                ? gaps.answer(host, request)
                : Json.error(new ApiError(405, 20004, "Method not allowed"));
    }
}
