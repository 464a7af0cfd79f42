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
 * Sends one request once.
 *
 * <p>The client is Apache's, which the SDK brings, rather than the JDK's: that of Java 17 cannot be closed, keeps a
 * thread, and opens a refused connection twice.
 */
final class Wire implements AutoCloseable {
    private static final int CONNECTIONS = 50;
    private static final int LARGEST_ANSWER = 32 << 20;
    private static final String BEGUN = "dev.parlance.account.begun";

    private final Destination destination;
    private final Duration timeout;
    private final Clock clock;
    private final CloseableHttpClient client;
    private volatile boolean closed;

    Wire(Destination destination, Duration connectTimeout, Duration timeout, Clock clock) {
        this.destination = destination;
        this.timeout = timeout;
        this.clock = clock;
        this.client = client(Timeout.of(connectTimeout), Timeout.of(timeout));
    }

    private static CloseableHttpClient client(Timeout connect, Timeout answer) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(answer)
                        // A kept connection is looked at before each use: a POST into a closed one is an unknown.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
        return HttpClients.custom()
                .useSystemProperties()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(answer)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), BEGUN, (request, scope, chain) -> {
                    scope.clientContext.setAttribute(BEGUN, true);
                    return chain.proceed(request, scope);
                })
                .build();
    }

    /**
     * Sends a request and reads the answer.
     *
     * @throws AccountException if no answer came, or one of 400 and more
     */
    Response send(Request request) {
        if (closed) {
            throw new IllegalStateException("This TwilioAccount is closed: keep it open for as long as it is used");
        }
        HttpUriRequestBase message = message(request);
        HttpClientContext context = HttpClientContext.create();
        CompletableFuture<Void> end = endOfSending(request, message);
        long begun = System.nanoTime();
        Response answer;
        try {
            answer = client.execute(message, context, from -> {
                end.cancel(false);
                // A large file takes its time; the answer to it has as long as any other.
                long since = request instanceof UploadRequest ? System.nanoTime() : begun;
                String body = from.getEntity() == null ? "" : text(from.getEntity(), message, since);
                return new Response(body, from.getCode(), from.getHeaders());
            });
        } catch (AnswerTooLong e) {
            throw AccountException.tooLong(destination.describe(request), !repeatable(request), LARGEST_ANSWER);
        } catch (IOException e) {
            end.cancel(false);
            boolean sent = context.getAttribute(BEGUN) != null;
            throw AccountException.unanswered(destination.describe(request), sent && !repeatable(request), e);
        }
        if (answer.getStatusCode() >= 400) {
            throw AccountException.refused(
                    destination.describe(request), !repeatable(request), Refusal.of(answer, clock.instant()));
        }
        return answer;
    }

    /** A file is cut off if nobody takes it: what is written to a connection has no time-out of its own. */
    private CompletableFuture<Void> endOfSending(Request request, HttpUriRequestBase message) {
        if (request instanceof UploadRequest upload) {
            Duration longest = timeout.plus(upload.timeToSend());
            Executor later = CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS);
            return CompletableFuture.runAsync(message::abort, later);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        closed = true;
        client.close(CloseMode.IMMEDIATE);
    }

    private static boolean repeatable(Request request) {
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
        if (!repeatable(request)) {
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

    /** Reads to the end; the socket's own time-out starts anew with each byte, so that alone bounds nothing. */
    private String text(HttpEntity entity, HttpUriRequestBase message, long begun) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = entity.getContent()) {
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (System.nanoTime() - begun > timeout.toNanos()) {
                    message.abort(); // or closing the stream would wait for the rest
                    throw new SocketTimeoutException("the answer took longer than " + timeout);
                }
                if (bytes.size() + read > LARGEST_ANSWER) {
                    message.abort();
                    throw new AnswerTooLong();
                }
                bytes.write(buffer, 0, read);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static final class AnswerTooLong extends IOException {
        @Serial
        private static final long serialVersionUID = 1;
    }
}
