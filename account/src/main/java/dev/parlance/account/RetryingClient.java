package dev.parlance.account;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dev.parlance.internal.Retries;
import java.time.Duration;
import java.util.Optional;

/**
 * The HTTP client that the SDK uses; the only place where requests are retried.
 *
 * <p>Replaces the SDK's own {@code reliableRequest}, which sends every request that got a 5xx three times, even a POST that sends
 * a text, and keeps the last request and response in memory.
 */
final class RetryingClient extends HttpClient implements AutoCloseable {
    private final Transport transport;
    private final Retries retries;

    RetryingClient(Transport transport, Retries retries) {
        this.transport = transport;
        this.retries = retries;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int tries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        return retries.run(() -> transport.send(request), RetryingClient::retryAfter);
    }

    private static Optional<Duration> retryAfter(RuntimeException failure) {
        return failure instanceof AccountException e && e.isRetryable()
                ? Optional.of(e.retryAfter().orElse(Duration.ZERO))
                : Optional.empty();
    }

    @Override
    public void close() {
        transport.close();
    }
}
