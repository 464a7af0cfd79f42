package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.fake.twilio.replay.Substitute;
import dev.parlance.fake.twilio.rest.Api;
import dev.parlance.fake.twilio.world.LoggedRequest;
import dev.parlance.fake.twilio.world.OwnNames;
import dev.parlance.fake.twilio.world.TrafficListener;
import dev.parlance.fake.twilio.world.TrafficListener.Reply;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** An HTTP or HTTPS server on localhost that serves the fake's API. */
final class FakeServer implements AutoCloseable {
    private final Supplier<Backend> backend;
    private final Substitutes substitutes;
    private final MockWebServer server = new MockWebServer();

    private FakeServer(Supplier<Backend> backend, Substitutes substitutes, @Nullable SSLSocketFactory tls) {
        this.backend = backend;
        this.substitutes = substitutes;
        server.setDispatcher(new ApiDispatcher());
        server.setServerSocketFactory(new NoDelaySockets());
        if (tls != null) {
            server.setProtocols(List.of(Protocol.HTTP_1_1)); // HTTP/2 has no Host header, which tells the hosts apart
            server.useHttps(tls);
        }
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("The fake could not open a port", e);
        }
    }

    static FakeServer http(Supplier<Backend> backend, Substitutes substitutes) {
        return new FakeServer(backend, substitutes, null);
    }

    static FakeServer https(Supplier<Backend> backend, Substitutes substitutes, SSLSocketFactory tls) {
        return new FakeServer(backend, substitutes, tls);
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.close();
    }

    private final class ApiDispatcher extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
            server.takeRequest(0, TimeUnit.MILLISECONDS); // otherwise the server keeps every request until it is closed
            return answer(recorded);
        }
    }

    private MockResponse answer(RecordedRequest recorded) {
        String host = Optional.ofNullable(recorded.getHeaders().get("Host")).orElse("");
        if (!OwnNames.isFakeHost(host)) {
            return refusal(403, 20403, "The fake answers only to localhost and to Twilio's host names, not to " + host);
        }
        Backend now = backend.get();
        Optional<MockResponse> page = now.browsers().flatMap(browsers -> browsers.answer(recorded));
        if (page.isPresent()) {
            return page.get();
        }
        World world = now.world();
        Target target = Target.of(recorded);
        WebhookRequest request;
        try {
            request = request(recorded, target);
        } catch (IllegalArgumentException e) { // an invalid header or host
            return refusal(400, 20001, "The request is malformed: " + e.getMessage());
        }
        Optional<Substitute> substitute = substitutes.current();
        String path =
                substitute.map(it -> it.loggedPath(target.domain(), request)).orElse(target.path());
        Optional<ApiFault> fault = world.faults().nextForRequest(recorded.getMethod(), target.path());
        fault.ifPresent(
                it -> world.log().add(Kind.FAULT, recorded.getMethod() + " " + path + ": injected fault: " + it));
        TrafficListener.Ending ending = world.log()
                .traffic()
                .requestBegins(substitute.isPresent() ? brief(request, target, path) : request, fault);
        long start = System.nanoTime();
        WebhookResponse response = fault.flatMap(FakeServer::replacement)
                .orElseGet(() -> substitute
                        .map(it -> it.answer(target.domain(), request))
                        .orElseGet(() -> now.api().answer(target.host(), request)));
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        ending.ended(() -> reply(response, substitute.isPresent(), fault, duration));
        world.log()
                .add(
                        substitute.isPresent()
                                ? briefEntry(request, target, path, response)
                                : logEntry(request, target, response));
        return httpResponse(request.method(), response, target, world, fault);
    }

    /** The response to a request that does not reach the API. */
    private static MockResponse refusal(int status, int code, String message) {
        WebhookResponse refusal = Api.error(status, code, message);
        return new MockResponse.Builder()
                .code(refusal.status())
                .addHeader("Content-Type", refusal.contentType())
                .body(refusal.bodyText())
                .build();
    }

    /** The log entry for a request that the fake did not answer itself: without what the client and the real API said. */
    private static LoggedRequest briefEntry(
            WebhookRequest request, Target target, String path, WebhookResponse response) {
        return new LoggedRequest(request.method(), target.host(), path, Parameters.none(), response.status(), "");
    }

    private static WebhookRequest brief(WebhookRequest request, Target target, String path) {
        return WebhookRequest.of(request.method(), "https://" + target.domain() + path, Headers.none(), new byte[0]);
    }

    private static Reply reply(WebhookResponse response, boolean isBrief, Optional<ApiFault> fault, Duration duration) {
        boolean isDropped = fault.filter(
                        it -> it.kind() == ApiFault.Kind.DROPPED_BEFORE || it.kind() == ApiFault.Kind.DROPPED_AFTER)
                .isPresent();
        if (isDropped) {
            return new Reply(0, Headers.none(), "", "connection dropped", duration);
        }
        String body = isBrief ? "" : text(response);
        Headers headers = isBrief ? Headers.none() : response.headers();
        return new Reply(response.status(), headers, body, "HTTP " + response.status(), duration);
    }

    /** The body; for sounds and pictures only their size. */
    private static String text(WebhookResponse response) {
        return response.contentType().matches("(audio|image|video|application/octet-stream).*")
                ? "(" + response.body().length + " bytes of " + response.contentType() + ")"
                : response.bodyText();
    }

    /** Creates the log entry for a request. Unreadable parameters are left out. */
    private static LoggedRequest logEntry(WebhookRequest request, Target target, WebhookResponse response) {
        Parameters parameters;
        try {
            parameters = request.parameters();
        } catch (WebhookException e) {
            parameters = Parameters.none();
        }
        return new LoggedRequest(
                request.method(), target.host(), target.path(), parameters, response.status(), Api.errorIn(response));
    }

    private static WebhookRequest request(RecordedRequest recorded, Target target) {
        byte[] body =
                recorded.getBody() == null ? new byte[0] : recorded.getBody().toByteArray();
        Headers headers = Headers.of(recorded.getHeaders().toMultimap());
        return WebhookRequest.of(
                recorded.getMethod(), "https://" + target.domain() + target.pathAndQuery(), headers, body);
    }

    /** The response of a fault that replaces the request's effect. */
    private static Optional<WebhookResponse> replacement(ApiFault fault) {
        return switch (fault.kind()) {
            case ERROR -> Optional.of(error(fault));
            case DROPPED_BEFORE -> Optional.of(WebhookResponse.noContent().withStatus(500));
            case DROPPED_AFTER, TRUNCATED, MALFORMED, SLOW -> Optional.empty();
        };
    }

    private static WebhookResponse error(ApiFault fault) {
        String message = fault.message();
        if (message != null) {
            return Api.error(fault.status(), fault.code(), message);
        }
        byte[] page = "<h1>No response from upstream</h1>".getBytes(StandardCharsets.UTF_8);
        return WebhookResponse.bytes("text/html", page).withStatus(fault.status());
    }

    private static MockResponse httpResponse(
            String method, WebhookResponse response, Target target, World world, Optional<ApiFault> fault) {
        MockResponse.Builder wire = new MockResponse.Builder().code(response.status());
        response.headers().asMap().forEach((name, values) -> values.forEach(value -> wire.addHeader(name, value)));
        if (response.status() != 204) {
            if (!response.contentType().isEmpty()) {
                wire.setHeader("Content-Type", response.contentType());
            }
            byte[] body = response.contentType().startsWith("application/json")
                    ? target.localized(response.bodyText())
                    : response.body();
            if (!method.equals("HEAD")) { // a client would read it as the start of the next response
                wire.body(new Buffer().write(body));
            }
        }
        wire.setHeader("Twilio-Request-Id", world.sids().next("RQ"));
        wire.setHeader("Twilio-Concurrent-Requests", "1");
        wire.setHeader("X-Home-Region", "us1");
        wire.setHeader("X-API-Domain", target.domain());
        fault.ifPresent(it -> applyFault(wire, it));
        return wire.build();
    }

    private static void applyFault(MockResponse.Builder wire, ApiFault fault) {
        switch (fault.kind()) {
            case DROPPED_BEFORE, DROPPED_AFTER -> wire.onResponseStart(new SocketEffect.CloseSocket());
            case TRUNCATED -> wire.onResponseBody(new SocketEffect.CloseSocket());
            case MALFORMED -> wire.body("<h1>Welcome to this network</h1>").setHeader("Content-Type", "text/html");
            case SLOW -> wire.headersDelay(fault.duration().toMillis(), TimeUnit.MILLISECONDS);
            case ERROR -> {
                if (!fault.duration().isZero()) {
                    wire.setHeader("Retry-After", Math.max(1, fault.duration().toSeconds()));
                }
            }
        }
    }
}
