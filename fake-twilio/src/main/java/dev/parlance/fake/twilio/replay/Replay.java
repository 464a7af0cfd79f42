package dev.parlance.fake.twilio.replay;

import dev.parlance.fake.twilio.rest.Api;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers requests from a recording, each with the first unused answer to that request. Thread-safe. {@code FakeTwilio.replay}
 * starts one.
 *
 * <p>A request is the recorded one if its method, host, path and parameters are the same. Where the recording has a masked value, a
 * client can send any value of that kind, but always the same, or the mask itself. The answers then contain the client's value.
 */
public final class Replay implements Substitute {
    private final Recording recording;
    private final List<Exchange> unused;
    private final List<Exchange> used = new ArrayList<>();
    private Bindings bindings = new Bindings();

    private Replay(Recording recording) {
        this.recording = recording;
        this.unused = new ArrayList<>(recording.exchanges());
    }

    /** For the fake: a replay from the start. */
    public static Replay of(Recording recording) {
        return new Replay(recording);
    }

    /** For the fake: the same replay from the start. */
    public Replay again() {
        return new Replay(recording);
    }

    @Override
    public synchronized WebhookResponse answer(String host, WebhookRequest request) {
        RecordedRequest asked = asked(host, request);
        Optional<Exchange> match = find(unused, asked);
        if (match.isPresent()) {
            unused.remove(match.get());
            used.add(0, match.get());
        } else if (asked.method().equals("GET")) {
            match = find(used, asked); // a client that polls can ask more often than the recorded one
        }
        return match.map(this::answer).orElseGet(() -> Api.error(501, 20_501, "The recording " + problem(asked)));
    }

    private Optional<Exchange> find(List<Exchange> exchanges, RecordedRequest asked) {
        for (Exchange exchange : exchanges) {
            Bindings tried = bindings.copy();
            if (RequestMatch.matches(exchange.request(), asked, tried)) {
                bindings = tried;
                return Optional.of(exchange);
            }
        }
        return Optional.empty();
    }

    private WebhookResponse answer(Exchange exchange) {
        RecordedAnswer answer = exchange.answer();
        return new RecordedAnswer(
                        answer.status(), answer.contentType(), answer.retryAfter(), bindings.value(answer.body()))
                .response();
    }

    /** A request as it is. Only a recorder masks. */
    private static RecordedRequest asked(String host, WebhookRequest request) {
        return new RecordedRequest(
                request.method(),
                host,
                ExchangeMask.pathOf(request),
                request.queryParameters(),
                request.formParameters(),
                ExchangeMask.json(request.header("Content-Type").orElse(""), request.bodyText()));
    }

    private String problem(RecordedRequest asked) {
        List<Exchange> near = unused.stream()
                .filter(exchange -> RequestMatch.isSameOperation(exchange.request(), asked))
                .toList();
        if (near.isEmpty()) {
            return "has no unused answer to " + asked + ". Next in it: "
                    + unused.stream()
                            .findFirst()
                            .map(it -> it.request().toString())
                            .orElse("nothing");
        }
        RecordedRequest nearest = near.get(0).request();
        return "has no answer to " + asked + " with these values or parameters " + names(asked) + ". The nearest: "
                + nearest + " " + names(nearest);
    }

    private static List<String> names(RecordedRequest request) {
        List<String> names = new ArrayList<>(request.query().names());
        names.addAll(request.form().names());
        request.json().fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The recorded requests that no client has sent yet, in order. */
    public synchronized List<String> unused() {
        return unused.stream().map(exchange -> exchange.request().toString()).toList();
    }

    @Override
    public String loggedPath(String host, WebhookRequest request) {
        return ExchangeMask.pathOf(request);
    }
}
