package dev.parlance.fake.internal;

import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serial;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends requests to the application: over HTTP, or directly to a handler mounted at a URL. */
public final class Transport implements AutoCloseable {
    /** One byte more than the limit for TwiML, so that longer documents are noticed. */
    private static final int MAX_RESPONSE = (64 << 10) + 1;

    private final Map<String, WebhookHandler> handlers = new ConcurrentHashMap<>();
    private final Set<String> allowedHosts = ConcurrentHashMap.newKeySet();
    /** Less than the five seconds after which Node closes idle connections; most other servers wait longer. */
    private static final int IDLE_SECONDS = 2;

    private final OkHttpClient client = new OkHttpClient.Builder()
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .socketFactory(new CountingSockets())
            .connectionPool(new ConnectionPool(64, IDLE_SECONDS, TimeUnit.SECONDS))
            .build();

    /** A response. */
    public record Received(int status, Headers headers, String body) {}

    /** Thrown when there is no response. The reason is {@code ct} for no connection, {@code rt} for no response in time. */
    public static final class NoResponseException extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        private final String reason;

        NoResponseException(String reason, Throwable cause) {
            super(cause);
            this.reason = reason;
        }

        /** {@code ct} or {@code rt}. */
        public String reason() {
            return reason;
        }
    }

    /** Passes requests for this URL, and all URLs below it, to a handler without a network. */
    public void mount(String address, WebhookHandler handler) {
        handlers.put(withoutSlash(address), handler);
    }

    /** Allows requests to this host, although it is not this machine. */
    public void allow(String host) {
        allowedHosts.add(host.toLowerCase(Locale.ROOT));
    }

    /** Sends a request once, with these timeouts for connecting and responding. */
    public Received send(WebhookRequest request, Duration connectTimeout, Duration readTimeout)
            throws NoResponseException {
        return send(request, new ConnectionOverrides(request.url(), 0, Set.of(), connectTimeout, readTimeout));
    }

    /** Sends a request once, to a mounted handler or over HTTP. */
    public Received send(WebhookRequest request, ConnectionOverrides overrides) throws NoResponseException {
        for (Map.Entry<String, WebhookHandler> entry : handlers.entrySet()) {
            if (isBelow(entry.getKey(), request.url())) {
                WebhookResponse response = entry.getValue().respond(request.withRemoteAddress("127.0.0.1"));
                return new Received(response.status(), withType(response), limited(response.bodyText()));
            }
        }
        return overHttp(request, overrides);
    }

    private static boolean isBelow(String address, String url) {
        return url.startsWith(address)
                && (url.length() == address.length() || "/?".indexOf(url.charAt(address.length())) >= 0);
    }

    private static Headers withType(WebhookResponse response) {
        return response.contentType().isEmpty()
                ? response.headers()
                : response.headers().with("Content-Type", response.contentType());
    }

    private static String limited(String body) {
        return body.length() > MAX_RESPONSE ? body.substring(0, MAX_RESPONSE) : body;
    }

    private Received overHttp(WebhookRequest request, ConnectionOverrides overrides) throws NoResponseException {
        checkHost(URI.create(request.url()).getHost());
        Request.Builder wire = new Request.Builder().url(request.url());
        request.headers().asMap().forEach((name, values) -> values.forEach(value -> wire.addHeader(name, value)));
        wire.method(request.method(), request.method().equals("GET") ? null : RequestBody.create(request.body()));
        OkHttpClient limited = client.newBuilder()
                .connectTimeout(overrides.connectTimeout())
                .readTimeout(overrides.readTimeout())
                .callTimeout(overrides.connectTimeout().plus(overrides.readTimeout()))
                .build();
        try {
            return send(wire.build(), limited);
        } catch (ConnectException | SSLException | UnknownHostException e) {
            throw new NoResponseException("ct", e);
        } catch (SocketTimeoutException e) {
            boolean connecting = String.valueOf(e.getMessage()).contains("connect");
            throw new NoResponseException(connecting ? "ct" : "rt", e);
        } catch (IOException e) {
            throw new NoResponseException("rt", e);
        }
    }

    /**
     * Sends a request. If the application had closed the reused connection, sends it again over a new one: that is safe because
     * no one has read the request.
     */
    private static Received send(Request request, OkHttpClient limited) throws IOException {
        ConnectionInUse connection = new ConnectionInUse();
        try {
            return received(
                    limited.newBuilder().eventListener(connection).build().newCall(request));
        } catch (InterruptedIOException e) {
            throw e; // a timeout
        } catch (IOException e) {
            if (!connection.wasReusedAndSilent()) {
                throw e;
            }
            ConnectionPool none = new ConnectionPool(0, 1, TimeUnit.SECONDS);
            return received(limited.newBuilder().connectionPool(none).build().newCall(request));
        }
    }

    private static Received received(Call call) throws IOException {
        try (Response response = call.execute()) {
            BufferedSource source = response.body().source();
            source.request(MAX_RESPONSE);
            long length = Math.min(source.getBuffer().size(), MAX_RESPONSE);
            String body = source.readString(length, StandardCharsets.UTF_8);
            return new Received(response.code(), Headers.of(response.headers().toMultimap()), body);
        }
    }

    /** A test that names a real address by mistake must not send anything there. */
    private void checkHost(@Nullable String host) throws NoResponseException {
        String name = String.valueOf(host).toLowerCase(Locale.ROOT);
        if (!reaches(name)) {
            throw new NoResponseException(
                    "ct",
                    new ConnectException(name
                            + " is not this machine, so no request was sent. Mount a handler there with"
                            + " twilio.mount(address, handler), or allow the host with twilio.allowHost(\"" + name
                            + "\")"));
        }
    }

    /** Whether connections to this host are allowed: it is this machine, or {@linkplain #allow allowed}. */
    public boolean reaches(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.startsWith("127.")
                || name.equals("[::1]")
                || allowedHosts.contains(name);
    }

    /** Whether a handler is mounted at this URL, or a server accepts connections there. Sends no request. */
    public boolean isListening(URI url, Duration timeout) {
        if (handlers.keySet().stream().anyMatch(address -> isBelow(address, url.toString()))) {
            return true;
        }
        String host = String.valueOf(url.getHost());
        if (!reaches(host)) {
            return false;
        }
        int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port), (int) timeout.toMillis());
            return true;
        } catch (IOException e) {
            return false; // the answer to the question
        }
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
