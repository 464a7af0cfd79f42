package dev.parlance.fake.twilio.replay;

import dev.parlance.fake.twilio.rest.Api;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends the requests that reach a fake on to the real API, and records the answers. Thread-safe. {@code FakeTwilio.record} starts
 * one; the fake answers for itself again once it is closed.
 *
 * <pre>{@code
 * try (Recorder recorder = twilio.record(PassThrough.to("api.twilio.com").savedTo(Path.of("texts.json")))) {
 *     account.send(TextMessage.to(Address.of("+15005550006"), "hola")); // real, and not free
 * }
 * }</pre>
 */
public final class Recorder implements Substitute, AutoCloseable {
    private static final int MAX_EXCHANGES = 10_000;
    private static final int BAD_GATEWAY = 502;
    private static final int CODE = 20_502;

    private final PassThrough settings;
    private final Upstream upstream;
    private final ExchangeMask mask;
    private final Runnable whenClosed;
    private final List<Exchange> exchanges = new ArrayList<>();
    private int started;
    private boolean closed;

    private Recorder(PassThrough settings, Runnable whenClosed) {
        this.settings = settings;
        this.upstream = new Upstream(settings);
        this.mask = new ExchangeMask(settings.keepsTexts());
        this.whenClosed = whenClosed;
    }

    /** For the fake: a recorder that calls this when it is closed. */
    public static Recorder of(PassThrough settings, Runnable whenClosed) {
        return new Recorder(settings, whenClosed);
    }

    @Override
    public WebhookResponse answer(String host, WebhookRequest request) {
        Optional<String> destination = settings.destination(host);
        if (destination.isEmpty()) {
            return Api.error(
                    403,
                    20_403,
                    "Not sent: this recording passes requests on to "
                            + String.join(", ", settings.hosts().values()) + ", not to " + host
                            + ". Name it in PassThrough.to(…) or --to if you want to.");
        }
        if (!start()) {
            return Api.error(403, 20_403, "Not sent: the recording is closed, or has " + MAX_EXCHANGES + " requests.");
        }
        try {
            WebhookResponse response = upstream.send(host, destination.get(), request);
            add(mask.of(host, request, response));
            return response;
        } catch (IllegalArgumentException e) { // its message can contain a header, so it is not passed on
            return Api.error(400, 20_001, "Not sent: the request's URL or one of its headers is malformed.");
        } catch (IOException e) {
            return Api.error(
                    BAD_GATEWAY, CODE, "No answer from " + destination.get() + ", so nothing is recorded: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Api.error(BAD_GATEWAY, CODE, "Interrupted while waiting for " + destination.get());
        }
    }

    private synchronized boolean start() {
        boolean isAllowed = !closed && started < MAX_EXCHANGES;
        started += isAllowed ? 1 : 0;
        return isAllowed;
    }

    private synchronized void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    @Override
    public String loggedPath(String host, WebhookRequest request) {
        return mask.path(host, request);
    }

    /** What has been recorded so far. */
    public synchronized Recording recording() {
        return new Recording(exchanges);
    }

    /** Ends the recording, and saves it if it has a file. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        whenClosed.run();
        settings.file().ifPresent(recording()::save);
    }
}
