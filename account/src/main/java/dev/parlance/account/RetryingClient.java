package dev.parlance.account;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;

/**
 * What the SDK sends its requests through: the one place where requests are repeated.
 *
 * <p>The SDK's own {@code reliableRequest} sends whatever was answered with 5xx three times, a POST that sends a text
 * too, and keeps the last request and answer in memory; it is replaced.
 */
final class RetryingClient extends HttpClient implements AutoCloseable {
    private final Wire wire;
    private final Retries retries;

    RetryingClient(Wire wire, Retries retries) {
        this.wire = wire;
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
        return retries.run(() -> wire.send(request));
    }

    @Override
    public void close() {
        wire.close();
    }
}
