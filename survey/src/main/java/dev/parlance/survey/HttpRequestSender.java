package dev.parlance.survey;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parlance.settings.Secret;
import dev.parlance.survey.machine.RequestResult;
import dev.parlance.survey.question.RequestOutcome;
import dev.parlance.survey.question.RequestTarget;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one HTTP request of a survey and reads its reply, within a time and a size. */
final class HttpRequestSender {
    /** Reads what can be read in one way only. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HttpClient client;

    HttpRequestSender(HttpClient client) {
        this.client = client;
    }

    RequestAttempt send(RequestTarget.Http target, URI url, String key, Optional<Secret> secret, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Accept", "application/json")
                .header("Idempotency-Key", key)
                .method(target.method(), body(target));
        target.body().ifPresent(any -> request.header("Content-Type", "application/json"));
        secret.ifPresent(token -> request.header("Authorization", "Bearer " + token.reveal()));
        HttpResponse<byte[]> response = within(timeout, client.sendAsync(request.build(), any -> new LimitedBody()));
        RequestResult result =
                new RequestResult(outcome(response.statusCode()), response.statusCode(), json(response.body(), secret));
        return new RequestAttempt(result, response.headers().firstValue("Retry-After"));
    }

    private static HttpRequest.BodyPublisher body(RequestTarget.Http target) {
        return target.body().map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody);
    }

    private static HttpResponse<byte[]> within(Duration timeout, CompletableFuture<HttpResponse<byte[]>> response) {
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new RequestFailure(cause.getClass().getSimpleName(), mayBeDone(cause));
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new RequestFailure("No reply within " + timeout, true);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new RequestFailure("Interrupted", true);
        }
    }

    private static boolean mayBeDone(Throwable failure) {
        return !(failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof UnresolvedAddressException);
    }

    private static RequestOutcome outcome(int status) {
        return switch (status) {
            case 408, 500, 502, 504 -> RequestOutcome.UNKNOWN;
            case 425, 429, 503 -> RequestOutcome.FAILED;
            default -> {
                if (status >= 200 && status < 300) {
                    yield RequestOutcome.OK;
                }
                yield status >= 400 && status < 500 ? RequestOutcome.REFUSED : RequestOutcome.UNKNOWN;
            }
        };
    }

    /** A reply that is too long, no JSON, or shows the secret has no values. */
    private static JsonNode json(byte[] body, Optional<Secret> secret) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (secret.filter(shown -> text.contains(shown.reveal())).isPresent()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
