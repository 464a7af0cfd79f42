package dev.parlance.testkit.world;

import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serial;
import java.net.ConnectException;
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

/** Carries a request to the application: over HTTP, or straight to a handler that lives at an address of its own. */
public final class Transport implements AutoCloseable {
    /** One byte more than TwiML may have, so that a longer document is seen to be one. */
    private static final int LONGEST_ANSWER = (64 << 10) + 1;

    private final Map<String, WebhookHandler> handlers = new ConcurrentHashMap<>();
    private final Set<String> reached = ConcurrentHashMap.newKeySet();
    /** Node closes idle connections after five seconds, most other servers later. */
    private static final int IDLE_SECONDS = 2;

    private final OkHttpClient client = new OkHttpClient.Builder()
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .socketFactory(new CountingSockets())
            .connectionPool(new ConnectionPool(64, IDLE_SECONDS, TimeUnit.SECONDS))
            .build();

    /** What came back. */
    public record Received(int status, Headers headers, String body) {}

    /** No answer: {@code ct} if there was no connection, {@code rt} if nothing came over it. */
    public static final class Unanswered extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        private final String fault;

        Unanswered(String fault, Throwable cause) {
            super(cause);
            this.fault = fault;
        }

        /** See above. */
        public String fault() {
            return fault;
        }
    }

    /** Has requests to this address and below it go to a handler, without a network. */
    public void mount(String address, WebhookHandler handler) {
        handlers.put(withoutSlash(address), handler);
    }

    /** Has requests to this host go out over the network, although it is not this machine. */
    public void reach(String host) {
        reached.add(host.toLowerCase(Locale.ROOT));
    }

    /** Sends a request once; so long may the connection take, and so long the answer. */
    public Received send(WebhookRequest request, Duration connecting, Duration answering) throws Unanswered {
        return send(request, new ConnectionOverrides(request.url(), 0, Set.of(), connecting, answering));
    }

    Received send(WebhookRequest request, ConnectionOverrides overrides) throws Unanswered {
        for (Map.Entry<String, WebhookHandler> entry : handlers.entrySet()) {
            if (isBelow(entry.getKey(), request.url())) {
                WebhookResponse response = entry.getValue().respond(request.from("127.0.0.1"));
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
        return body.length() > LONGEST_ANSWER ? body.substring(0, LONGEST_ANSWER) : body;
    }

    private Received overHttp(WebhookRequest request, ConnectionOverrides overrides) throws Unanswered {
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
            throw new Unanswered("ct", e);
        } catch (SocketTimeoutException e) {
            boolean connecting = String.valueOf(e.getMessage()).contains("connect");
            throw new Unanswered(connecting ? "ct" : "rt", e);
        } catch (IOException e) {
            throw new Unanswered("rt", e);
        }
    }

    /**
     * Sends a request, and again over a new connection if the application had closed the kept one: that's no loss, since
     * nobody had read the request.
     */
    private static Received send(Request request, OkHttpClient limited) throws IOException {
        ConnectionInUse connection = new ConnectionInUse();
        try {
            return received(
                    limited.newBuilder().eventListener(connection).build().newCall(request));
        } catch (InterruptedIOException e) {
            throw e; // a time-out
        } catch (IOException e) {
            if (!connection.wasKeptAndSilent()) {
                throw e;
            }
            ConnectionPool none = new ConnectionPool(0, 1, TimeUnit.SECONDS);
            return received(limited.newBuilder().connectionPool(none).build().newCall(request));
        }
    }

    private static Received received(Call call) throws IOException {
        try (Response response = call.execute()) {
            BufferedSource source = response.body().source();
            source.request(LONGEST_ANSWER);
            long length = Math.min(source.getBuffer().size(), LONGEST_ANSWER);
            String body = source.readString(length, StandardCharsets.UTF_8);
            return new Received(response.code(), Headers.of(response.headers().toMultimap()), body);
        }
    }

    /** A test that names a real address by mistake must not send anything there. */
    private void checkHost(@Nullable String host) throws Unanswered {
        String name = String.valueOf(host).toLowerCase(Locale.ROOT);
        boolean isHere = name.equals("localhost") || name.startsWith("127.") || name.equals("[::1]");
        if (!isHere && !reached.contains(name)) {
            throw new Unanswered(
                    "ct",
                    new ConnectException(name
                            + " is not this machine, so it is not asked: have a handler stand there by"
                            + " twilio.app(address, handler), or allow it by twilio.reaches(\"" + name + "\")"));
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
