package dev.parlance.fake.twilio.world;

import dev.parlance.fake.internal.AtOnce;
import dev.parlance.fake.internal.ConnectionOverrides;
import dev.parlance.fake.internal.Timeline;
import dev.parlance.fake.internal.Transport;
import dev.parlance.fake.internal.Transport.NoResponseException;
import dev.parlance.fake.internal.Transport.Received;
import dev.parlance.fake.twilio.fault.WebhookFault;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.fake.twilio.log.WebhookExchange.Signing;
import dev.parlance.fake.twilio.world.TrafficListener.Reply;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.Parameters.Parameter;
import dev.parlance.webhook.WebhookRequest;
import java.net.URI;
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

/** Sends webhooks as Twilio does: signs them, retries as their URLs say, and follows redirects. */
public final class WebhookSender {
    /** The header that stays the same when a webhook is retried. */
    public static final String IDEMPOTENCY = "I-Twilio-Idempotency-Token";

    private static final int MAX_REDIRECTS = 10;
    private static final String FORGED = "not-the-token-of-this-account";
    private static final Duration LATE = Duration.ofSeconds(2);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);

    private final Transport transport;
    private final Faults faults;
    private final Journal log;
    private final Timeline timeline;
    private final Map<String, TwilioSignature> signatures = new ConcurrentHashMap<>();

    WebhookSender(Transport transport, Faults faults, Journal log, Timeline timeline) {
        this.transport = transport;
        this.faults = faults;
        this.log = log;
        this.timeline = timeline;
    }

    /** Whether something accepts connections at this URL. Sends no request. */
    public boolean isListening(URI url) {
        return transport.isListening(url, PROBE_TIMEOUT);
    }

    /**
     * Sends a webhook, with retries as the URL's fragment says.
     *
     * @param token the auth token that signs the webhook
     * @param cookies the application's cookies in this conversation
     */
    public Answer ask(String token, String url, String method, Parameters parameters, Cookies cookies) {
        ConnectionOverrides overrides = ConnectionOverrides.of(url);
        if (!Urls.isValid(overrides.url())) {
            return Answer.invalidUrl(url);
        }
        String idempotency = UUID.randomUUID().toString();
        WebhookRequest request = request(method, overrides.url(), parameters).withHeader(IDEMPOTENCY, idempotency);
        for (int retries = overrides.retries(); ; retries--) {
            Answer answer = askWithFault(token, request, overrides, cookies);
            log.add(Kind.WEBHOOK, method + " " + overrides.url() + " -> " + answer.describe());
            if (retries == 0 || !overrides.retriesAfter(answer.failureReason())) {
                return answer;
            }
        }
    }

    /** Posts a body that is no form, once. Its hash is in the query, so that the signature covers it. */
    public Answer post(String token, String url, String contentType, String body) {
        ConnectionOverrides overrides = ConnectionOverrides.of(url);
        if (!Urls.isValid(overrides.url())) {
            return Answer.invalidUrl(url);
        }
        WebhookRequest request = withBody(overrides.url(), contentType, body)
                .withHeader(IDEMPOTENCY, UUID.randomUUID().toString());
        Answer answer = askWithFault(token, request, overrides, new Cookies());
        log.add(Kind.WEBHOOK, "POST " + overrides.url() + " -> " + answer.describe());
        return answer;
    }

    private static WebhookRequest request(String method, String url, Parameters parameters) {
        WebhookRequest request = method.equals("GET")
                ? WebhookRequest.get(withQuery(url, parameters))
                : withCharset(WebhookRequest.post(url).withForm(Forms.with(parameters)));
        return request.withHeader("User-Agent", "TwilioProxy/1.1")
                .withHeader("Accept", "*/*")
                .withHeader("X-Home-Region", "us1");
    }

    private static WebhookRequest withBody(String url, String contentType, String body) {
        return WebhookRequest.post(url)
                .withBody(contentType, body.getBytes(StandardCharsets.UTF_8))
                .withHeader("User-Agent", "TwilioProxy/1.1");
    }

    private static WebhookRequest withCharset(WebhookRequest request) {
        return request.withBody("application/x-www-form-urlencoded; charset=UTF-8", request.body());
    }

    private Answer askWithFault(String token, WebhookRequest request, ConnectionOverrides overrides, Cookies cookies) {
        Optional<WebhookFault> fault = faults.nextForWebhook(overrides.url());
        Trip trip = new Trip(token, overrides, cookies, fault);
        if (fault.isEmpty()) {
            return follow(trip, Signing.VALID, request);
        }
        log.add(Kind.FAULT, request.method() + " " + overrides.url() + ": injected fault: " + fault.get());
        Supplier<Answer> send = () -> follow(trip, Signing.VALID, request);
        return switch (fault.get()) {
            case UNREACHABLE -> unreachable(trip, request);
            case LATE -> {
                timeline.waitFor(LATE);
                yield send.get();
            }
            case ANSWER_LOST -> Answer.none(send.get().url(), "rt");
            case TWICE -> {
                Answer first = send.get();
                log.add(Kind.FAULT, "first of two responses: " + first.describe());
                yield send.get();
            }
            case TWICE_AT_ONCE -> {
                List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
                Runnable task = () -> answers.add(send.get());
                AtOnce.run(List.of(task, task));
                log.add(Kind.FAULT, "ignored response: " + answers.get(1).describe());
                yield answers.get(0);
            }
            case WRONGLY_SIGNED -> follow(trip, Signing.FORGED, request);
            case UNSIGNED -> follow(trip, Signing.NONE, request);
            case HELD ->
                throw new IllegalStateException("Only webhooks for incoming texts can be held, but the next webhook to "
                        + overrides.url() + " is for something else");
        };
    }

    private Answer unreachable(Trip trip, WebhookRequest request) {
        Answer answer = Answer.none(request.url(), "ct");
        TrafficListener.Ending ending =
                log.traffic().webhookBegins(sign(trip.token(), Signing.VALID, request), Signing.VALID, trip.fault());
        log.add(request, Signing.VALID, answer, Duration.ZERO);
        ending.ended(() -> Reply.of(answer, Headers.none(), Duration.ZERO));
        return answer;
    }

    /** Sends a webhook again, perhaps altered. Only the log shows the result. */
    public void sendAgain(
            String token, String method, String url, Parameters parameters, String idempotency, Signing signing) {
        ConnectionOverrides overrides = ConnectionOverrides.of(url);
        WebhookRequest request = request(method, overrides.url(), parameters).withHeader(IDEMPOTENCY, idempotency);
        Answer answer = follow(new Trip(token, overrides, new Cookies(), Optional.empty()), signing, request);
        log.add(Kind.WEBHOOK, "sent again: " + method + " " + url + " -> " + answer.describe());
    }

    /** Sends a webhook whose body is no form again, perhaps altered. Only the log shows the result. */
    public void sendAgain(
            String token, String url, String contentType, String body, String idempotency, Signing signing) {
        ConnectionOverrides overrides = ConnectionOverrides.of(withoutHash(url));
        WebhookRequest request = withBody(overrides.url(), contentType, body).withHeader(IDEMPOTENCY, idempotency);
        Answer answer = follow(new Trip(token, overrides, new Cookies(), Optional.empty()), signing, request);
        log.add(Kind.WEBHOOK, "sent again: POST " + url + " -> " + answer.describe());
    }

    /** Signing appends the hash of the body. */
    private static String withoutHash(String url) {
        int hash = url.lastIndexOf("bodySHA256=");
        return hash < 0 ? url : url.substring(0, hash - 1);
    }

    private Answer follow(Trip trip, Signing signing, WebhookRequest first) {
        WebhookRequest request = first;
        for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
            Hop hop = hop(trip, sign(trip.token(), signing, request), signing);
            if (hop.next().isEmpty()) {
                return hop.answer();
            }
            String next = hop.next().get();
            if (!Urls.isValid(next)) {
                return Answer.invalidUrl(next);
            }
            request = WebhookRequest.get(next);
        }
        return Answer.none(request.url(), "rt");
    }

    /** What is the same for a webhook and the redirects that follow it. */
    private record Trip(String token, ConnectionOverrides overrides, Cookies cookies, Optional<WebhookFault> fault) {}

    /** A response, and the URL it redirects to, if any. */
    private record Hop(Answer answer, Optional<String> next) {}

    private Hop hop(Trip trip, WebhookRequest signed, Signing signing) {
        String cookie = trip.cookies().header(signed.url());
        WebhookRequest request = cookie.isEmpty() ? signed : signed.withHeader("Cookie", cookie);
        TrafficListener.Ending ending = log.traffic().webhookBegins(request, signing, trip.fault());
        long start = System.nanoTime();
        try {
            Received received = transport.send(request, trip.overrides());
            trip.cookies().store(request.url(), received.headers());
            String type = received.headers().first("Content-Type").orElse("");
            Answer answer = new Answer(request.url(), received.status(), type, received.body(), null);
            record(signed, signing, answer, start, received.headers(), ending);
            return new Hop(answer, redirection(request.url(), received));
        } catch (NoResponseException e) {
            Answer answer = Answer.none(request.url(), e.reason());
            record(signed, signing, answer, start, Headers.none(), ending);
            log.add(Kind.WEBHOOK, request.url() + ": " + e.getCause());
            return new Hop(answer, Optional.empty());
        }
    }

    private void record(
            WebhookRequest request,
            Signing signing,
            Answer answer,
            long start,
            Headers headers,
            TrafficListener.Ending ending) {
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        log.add(request, signing, answer, duration);
        ending.ended(() -> Reply.of(answer, headers, duration));
    }

    private static Optional<String> redirection(String url, Received received) {
        if (received.status() < 300 || received.status() >= 400) {
            return Optional.empty();
        }
        return received.headers().first("Location").map(location -> Urls.resolve(url, location));
    }

    private WebhookRequest sign(String token, Signing signing, WebhookRequest request) {
        return switch (signing) {
            case VALID -> signed(token, request);
            case FORGED -> signed(FORGED, request);
            case NONE -> request;
        };
    }

    private WebhookRequest signed(String token, WebhookRequest request) {
        return signatures
                .computeIfAbsent(token, it -> TwilioSignature.of(Secret.of(it)))
                .sign(request);
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
