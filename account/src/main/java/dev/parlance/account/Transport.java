package dev.parlance.account;

import com.twilio.constant.EnumConstants;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.HttpUtility;
import com.twilio.http.IRequest.FormParameters;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request once, without retries.
 *
 * <p>Uses Apache's client, which the SDK includes, because the JDK's client in Java 17 can't be closed, keeps a thread, and opens a
 * refused connection twice.
 */
final class Transport implements AutoCloseable {
    private static final int CONNECTIONS = 50;
    private static final int MAX_RESPONSE_BYTES = 32 << 20;
    private static final String SENDING = "dev.parlance.account.sending";

    private final Destination destination;
    private final Duration timeout;
    private final Clock clock;
    private final CloseableHttpClient client;
    private volatile boolean closed;

    Transport(Destination destination, Duration connectTimeout, Duration timeout, Clock clock) {
        this.destination = destination;
        this.timeout = timeout;
        this.clock = clock;
        this.client = client(Timeout.of(connectTimeout), Timeout.of(timeout));
    }

    private static CloseableHttpClient client(Timeout connect, Timeout response) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(response)
                        // Checks a pooled connection before each use, since a POST into a closed one has an unknown
                        // result.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
        return HttpClients.custom()
                .useSystemProperties()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(response)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), SENDING, (request, scope, chain) -> {
                    scope.clientContext.setAttribute(SENDING, true);
                    return chain.proceed(request, scope);
                })
                .build();
    }

    /**
     * Sends a request and reads the response.
     *
     * @throws AccountException if there is no response, or its status is 400 or more
     */
    Response send(Request request) {
        if (closed) {
            throw new IllegalStateException("This TwilioAccount is closed: keep it open while you use it");
        }
        HttpUriRequestBase message = message(request);
        HttpClientContext context = HttpClientContext.create();
        CompletableFuture<Void> abort = abortSlowUpload(request, message);
        long started = System.nanoTime();
        Response response;
        try {
            response = client.execute(message, context, from -> {
                abort.cancel(false);
                // Sending a large file takes long, so the response gets the full time-out from now on.
                long since = request instanceof UploadRequest ? System.nanoTime() : started;
                String body = from.getEntity() == null ? "" : text(from.getEntity(), message, since);
                return new Response(body, from.getCode(), from.getHeaders());
            });
        } catch (ResponseTooLong e) {
            throw AccountException.tooLong(destination.describe(request), !isRead(request), MAX_RESPONSE_BYTES);
        } catch (IOException e) {
            abort.cancel(false);
            boolean sent = context.getAttribute(SENDING) != null;
            throw AccountException.unanswered(destination.describe(request), sent && !isRead(request), e);
        }
        if (response.getStatusCode() >= 400) {
            throw AccountException.refused(
                    destination.describe(request), !isRead(request), Refusal.of(response, clock.instant()));
        }
        return response;
    }

    /** Aborts an upload that the server does not accept, because writing to a connection has no time-out. */
    private CompletableFuture<Void> abortSlowUpload(Request request, HttpUriRequestBase message) {
        if (request instanceof UploadRequest upload) {
            Duration longest = timeout.plus(upload.timeToSend());
            Executor delayed = CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS);
            return CompletableFuture.runAsync(message::abort, delayed);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        closed = true;
        client.close(CloseMode.IMMEDIATE);
    }

    private static boolean isRead(Request request) {
        return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    }

    private HttpUriRequestBase message(Request request) {
        var message = new HttpUriRequestBase(request.getMethod().toString(), destination.of(request));
        message.setHeader("Accept", "application/json");
        message.setHeader("User-Agent", HttpUtility.getUserAgentString(request.getUserAgentExtensions()));
        if (request.requiresAuthentication()) {
            message.setHeader("Authorization", request.getAuthString());
        }
        request.getHeaderParams().forEach((name, values) -> values.forEach(value -> message.addHeader(name, value)));
        if (!isRead(request)) {
            message.setEntity(body(request));
        }
        return message;
    }

    private static HttpEntity body(Request request) {
        if (request instanceof UploadRequest upload) {
            return upload.entity();
        }
        String type = type(request.getContentType());
        if (type.equals(EnumConstants.ContentType.JSON.getValue())) {
            return new StringEntity(request.getBody(), ContentType.APPLICATION_JSON);
        }
        if (type.equals(EnumConstants.ContentType.MULTIPART_FORM_DATA.getValue())) {
            return parts(request);
        }
        return new StringEntity(request.encodeFormBody(), ContentType.APPLICATION_FORM_URLENCODED);
    }

    private static String type(EnumConstants.@Nullable ContentType type) {
        return type == null ? "" : type.getValue();
    }

    private static HttpEntity parts(Request request) {
        MultipartEntityBuilder parts = MultipartEntityBuilder.create()
                .setContentType(ContentType.create("multipart/form-data")) // the default names ISO-8859-1
                .setMode(HttpMultipartMode.EXTENDED);
        for (FormParameters part : request.getFormParameters()) {
            String value = part.getValue().toString();
            if (part.getType() == FormParameters.Type.FILE) {
                Path file = Path.of(value);
                parts.addBinaryBody(
                        part.getName(),
                        file.toFile(),
                        HttpClient.getContentType(file),
                        file.getFileName().toString());
            } else {
                parts.addTextBody(part.getName(), value, ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8));
            }
        }
        return parts.build();
    }

    /** Reads to the end within the time-out. The socket's time-out restarts with each byte, so it does not limit the whole. */
    private String text(HttpEntity entity, HttpUriRequestBase message, long started) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = entity.getContent()) {
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (System.nanoTime() - started > timeout.toNanos()) {
                    message.abort(); // or closing the stream would wait for the rest
                    throw new SocketTimeoutException("the response took longer than " + timeout);
                }
                if (bytes.size() + read > MAX_RESPONSE_BYTES) {
                    message.abort();
                    throw new ResponseTooLong();
                }
                bytes.write(buffer, 0, read);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static final class ResponseTooLong extends IOException {
        @Serial
        private static final long serialVersionUID = 1;
    }
}
