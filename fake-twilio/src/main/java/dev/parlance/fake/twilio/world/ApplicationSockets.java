package dev.parlance.fake.twilio.world;

import dev.parlance.fake.internal.Transport;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.io.Serial;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Opens WebSockets to the application, signed as Twilio signs them. */
public final class ApplicationSockets {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Transport transport;
    private final Journal log;
    private final List<ApplicationSocket> sockets = new CopyOnWriteArrayList<>();
    private @Nullable HttpClient client;

    ApplicationSockets(Transport transport, Journal log) {
        this.transport = transport;
        this.log = log;
    }

    /** Why there is no connection. */
    public enum Problem {
        /** The URL is not of the form {@code wss://host/path}. */
        INVALID_URL,
        /** Nobody listens there. */
        REFUSED,
        /** The application answered, but not with a WebSocket. */
        HANDSHAKE,
        /** The application did not answer in time. */
        TIMEOUT
    }

    /** Thrown when a WebSocket can't be opened. */
    public static final class NoSocketException extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        private final Problem problem;

        NoSocketException(Problem problem, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }

        /** What went wrong, for Twilio's debugger. */
        public String message() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Opens a WebSocket.
     *
     * @param token the auth token that signs the handshake
     */
    public ApplicationSocket open(String token, String url, ApplicationSocket.Listener listener)
            throws NoSocketException {
        URI address = address(url);
        String signature = TwilioSignature.of(Secret.of(token))
                .sign(WebhookRequest.get(url))
                .header("X-Twilio-Signature")
                .orElseThrow();
        ApplicationSocket socket = new ApplicationSocket(listener);
        try {
            socket.over(client().newWebSocketBuilder()
                    .connectTimeout(TIMEOUT)
                    .header("X-Twilio-Signature", signature)
                    .buildAsync(address, socket)
                    .join());
        } catch (CompletionException e) {
            throw problem(url, e.getCause() == null ? e : e.getCause());
        }
        sockets.add(socket);
        log.add(Kind.WEBHOOK, "WebSocket " + url + " opened");
        return socket;
    }

    private URI address(String url) throws NoSocketException {
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new NoSocketException(Problem.INVALID_URL, url + ": invalid URL", e);
        }
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (host == null || !(scheme.equals("wss") || scheme.equals("ws"))) {
            throw new NoSocketException(Problem.INVALID_URL, url + ": invalid URL, wss:// expected", null);
        }
        if (!transport.reaches(host)) {
            throw new NoSocketException(
                    Problem.REFUSED,
                    url + ": " + host
                            + " is not this machine, so no connection was opened. Use ws://localhost, or allow the"
                            + " host with twilio.allowHost(\"" + host + "\")",
                    null);
        }
        return address;
    }

    private static NoSocketException problem(String url, Throwable cause) {
        Problem problem;
        if (cause instanceof WebSocketHandshakeException) {
            problem = Problem.HANDSHAKE;
        } else if (cause instanceof ConnectException) {
            problem = Problem.REFUSED;
        } else if (cause instanceof HttpTimeoutException) {
            problem = Problem.TIMEOUT;
        } else {
            problem = Problem.HANDSHAKE;
        }
        return new NoSocketException(problem, url + ": no WebSocket, " + cause, cause);
    }

    private synchronized HttpClient client() {
        HttpClient existing = client;
        if (existing == null) {
            existing = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
            client = existing;
        }
        return existing;
    }

    /** Drops all connections. */
    void close() {
        sockets.forEach(ApplicationSocket::abort);
    }
}
