package dev.parlance.testkit.world;

import dev.parlance.security.TwilioSignature;
import dev.parlance.testkit.fault.WebhookFault;
import dev.parlance.testkit.log.Log;
import dev.parlance.testkit.log.LogEntry.Kind;
import dev.parlance.testkit.log.WebhookExchange.Seal;
import dev.parlance.testkit.world.Transport.Received;
import dev.parlance.testkit.world.Transport.Unanswered;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.Parameters.Parameter;
import dev.parlance.webhook.WebhookRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Asks the application as Twilio does: signed, tried again as its URL says, redirects followed. */
public final class WebhookSender {
    /** The header that stays the same when a webhook is tried again. */
    public static final String IDEMPOTENCY = "I-Twilio-Idempotency-Token";

    private static final int REDIRECTS = 10;
    private static final String FORGED = "not-the-token-of-this-account";
    private static final Duration LATE = Duration.ofSeconds(2);

    private final Transport transport;
    private final Faults faults;
    private final Log log;
    private final Timeline timeline;
    private final Map<String, TwilioSignature> signatures = new ConcurrentHashMap<>();

    WebhookSender(Transport transport, Faults faults, Log log, Timeline timeline) {
        this.transport = transport;
        this.faults = faults;
        this.log = log;
        this.timeline = timeline;
    }

    /**
     * Asks once, and again as often as the URL's fragment allows.
     *
     * @param token the key that Twilio signs with
     * @param cookies what the application has had us remember in this conversation
     */
    public Answer ask(String token, String url, String method, Parameters parameters, Cookies cookies) {
        ConnectionOverrides overrides = ConnectionOverrides.of(url);
        if (!Urls.canBeAsked(overrides.url())) {
            return Answer.forNoUrl(url);
        }
        String idempotency = UUID.randomUUID().toString();
        WebhookRequest request = request(method, overrides.url(), parameters).header(IDEMPOTENCY, idempotency);
        for (int retries = overrides.retries(); ; retries--) {
            Answer answer = faulty(token, request, overrides, cookies);
            log.add(Kind.WEBHOOK, method + " " + overrides.url() + " -> " + answer.describe());
            if (retries == 0 || !overrides.triesAgainAfter(answer.fault())) {
                return answer;
            }
        }
    }

    private static WebhookRequest request(String method, String url, Parameters parameters) {
        WebhookRequest request = method.equals("GET")
                ? WebhookRequest.get(withQuery(url, parameters))
                : WebhookRequest.post(url).form(Forms.with(parameters));
        return request.header("User-Agent", "TwilioProxy/1.1")
                .header("Accept", "*/*")
                .header("X-Home-Region", "us1");
    }

    private Answer faulty(String token, WebhookRequest request, ConnectionOverrides overrides, Cookies cookies) {
        Optional<WebhookFault> fault = faults.ofWebhook(overrides.url());
        if (fault.isEmpty()) {
            return follow(token, Seal.VALID, request, overrides, cookies);
        }
        log.add(Kind.FAULT, request.method() + " " + overrides.url() + " meets " + fault.get());
        Supplier<Answer> asking = () -> follow(token, Seal.VALID, request, overrides, cookies);
        return switch (fault.get()) {
            case UNREACHABLE -> unreached(request);
            case LATE -> {
                timeline.waitFor(LATE);
                yield asking.get();
            }
            case ANSWER_LOST -> Answer.none(asking.get().url(), "rt");
            case TWICE -> {
                Answer first = asking.get();
                log.add(Kind.FAULT, "the first of the two: " + first.describe());
                yield asking.get();
            }
            case TWICE_AT_ONCE -> {
                List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
                Runnable ask = () -> answers.add(asking.get());
                AtOnce.run(List.of(ask, ask));
                log.add(Kind.FAULT, "the other of the two: " + answers.get(1).describe());
                yield answers.get(0);
            }
            case WRONGLY_SIGNED -> follow(token, Seal.FORGED, request, overrides, cookies);
            case UNSIGNED -> follow(token, Seal.NONE, request, overrides, cookies);
            case HELD ->
                throw new IllegalStateException(
                        "Only an incoming text can be held, and " + overrides.url() + " was asked for something else");
        };
    }

    private Answer unreached(WebhookRequest request) {
        Answer answer = Answer.none(request.url(), "ct");
        log.add(request, Seal.VALID, 0, "", "", answer.describe(), Duration.ZERO);
        return answer;
    }

    /** Sends a webhook that was sent before, or one much like it. Only the log has what comes of it. */
    public void sendAgain(
            String token, String method, String url, Parameters parameters, String idempotency, Seal seal) {
        ConnectionOverrides overrides = ConnectionOverrides.of(url);
        WebhookRequest request = request(method, overrides.url(), parameters).header(IDEMPOTENCY, idempotency);
        Answer answer = follow(token, seal, request, overrides, new Cookies());
        log.add(Kind.WEBHOOK, "sent again: " + method + " " + url + " -> " + answer.describe());
    }

    private Answer follow(
            String token, Seal seal, WebhookRequest first, ConnectionOverrides overrides, Cookies cookies) {
        WebhookRequest request = first;
        for (int hops = 0; hops <= REDIRECTS; hops++) {
            Hop hop = hop(sealed(token, seal, request), seal, overrides, cookies);
            if (hop.next().isEmpty()) {
                return hop.answer();
            }
            String next = hop.next().get();
            if (!Urls.canBeAsked(next)) {
                return Answer.forNoUrl(next);
            }
            request = WebhookRequest.get(next);
        }
        return Answer.none(request.url(), "rt");
    }

    /** An answer, and where it sends us on, if it does. */
    private record Hop(Answer answer, Optional<String> next) {}

    private Hop hop(WebhookRequest request, Seal seal, ConnectionOverrides overrides, Cookies cookies) {
        long start = System.nanoTime();
        try {
            String known = cookies.header(request.url());
            Received received = transport.send(known.isEmpty() ? request : request.header("Cookie", known), overrides);
            cookies.remember(request.url(), received.headers());
            String type = received.headers().first("Content-Type").orElse("");
            Answer answer = new Answer(request.url(), received.status(), type, received.body(), null);
            remember(request, seal, answer, start);
            return new Hop(answer, redirection(request.url(), received));
        } catch (Unanswered e) {
            Answer answer = Answer.none(request.url(), e.fault());
            remember(request, seal, answer, start);
            log.add(Kind.WEBHOOK, request.url() + ": " + e.getCause());
            return new Hop(answer, Optional.empty());
        }
    }

    private void remember(WebhookRequest request, Seal seal, Answer answer, long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        log.add(request, seal, answer.status(), answer.contentType(), answer.body(), answer.describe(), took);
    }

    private static Optional<String> redirection(String url, Received received) {
        if (received.status() < 300 || received.status() >= 400) {
            return Optional.empty();
        }
        return received.headers().first("Location").map(location -> Urls.resolve(url, location));
    }

    private WebhookRequest sealed(String token, Seal seal, WebhookRequest request) {
        return switch (seal) {
            case VALID -> signed(token, request);
            case FORGED -> signed(FORGED, request);
            case NONE -> request;
        };
    }

    private WebhookRequest signed(String token, WebhookRequest request) {
        return signatures.computeIfAbsent(token, TwilioSignature::withToken).sign(request);
    }

    private static String withQuery(String url, Parameters parameters) {
        StringBuilder query = new StringBuilder(url);
        char separator = url.indexOf('?') < 0 ? '?' : '&';
        for (Parameter parameter : parameters.entries()) {
            query.append(separator)
                    .append(encoded(parameter.name()))
                    .append('=')
                    .append(encoded(parameter.value()));
            separator = '&';
        }
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
