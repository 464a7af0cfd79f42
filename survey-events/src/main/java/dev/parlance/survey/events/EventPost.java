package dev.parlance.survey.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.security.StandardWebhooksSignature;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.webhook.WebhookRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts one event to a URL, once.
 *
 * @param timeout for the whole request: connecting, sending, and the response with its body
 */
record EventPost(HttpClient client, URI url, StandardWebhooksSignature signature, Duration timeout, Clock clock) {
    private static final String CLOUD_EVENT = "application/cloudevents+json; charset=UTF-8";

    /** Request time-out, conflict, too early, too many requests. */
    private static final Set<Integer> TEMPORARY = Set.of(408, 409, 425, 429);

    /**
     * Returns when the receiver has accepted the event.
     *
     * @throws DeliveryFailure if it has not
     */
    void send(SurveyEvent event) {
        HttpResponse<Void> response = response(signed(event));
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return;
        }
        String reason = "HTTP " + status;
        if (status >= 500 || TEMPORARY.contains(status)) {
            throw DeliveryFailure.temporary(reason, RetryAfter.of(response.headers(), clock.instant()), null);
        }
        throw DeliveryFailure.permanent(reason);
    }

    private HttpRequest signed(SurveyEvent event) {
        byte[] body = event.cloudEvent().getBytes(UTF_8);
        WebhookRequest signed =
                signature.sign(event.id(), WebhookRequest.post(url.toString()).withBody(CLOUD_EVENT, body));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(timeout).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        signed.headers().asMap().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request.build();
    }

    /** Waits for the whole response: the client's own time-out ends with the headers. */
    private HttpResponse<Void> response(HttpRequest request) {
        CompletableFuture<HttpResponse<Void>> response = client.sendAsync(request, BodyHandlers.discarding());
        try {
            return response.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw DeliveryFailure.temporary("no response: " + e.getCause(), Duration.ZERO, e);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw DeliveryFailure.temporary("no response within " + timeout.toMillis() + " ms", Duration.ZERO, e);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw DeliveryFailure.temporary("interrupted", Duration.ZERO, e);
        }
    }
}
