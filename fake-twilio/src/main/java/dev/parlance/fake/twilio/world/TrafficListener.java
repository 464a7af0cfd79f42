package dev.parlance.fake.twilio.world;

import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.fake.twilio.fault.WebhookFault;
import dev.parlance.fake.twilio.log.LogEntry;
import dev.parlance.fake.twilio.log.WebhookExchange.Signing;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Is notified of each request between Twilio and the application when it begins and when it ends, with everything that was sent.
 * The log itself keeps less. Called in the thread that handles the request.
 */
public interface TrafficListener {
    /** Is notified of the end of one request. */
    interface Ending {
        /** The reply is made only if somebody wants it. */
        void ended(Supplier<Reply> reply);
    }

    /**
     * The response to a request.
     *
     * @param status the HTTP status; 0 without a response
     * @param outcome the outcome in words: {@code HTTP 200}, {@code no connection}
     * @param duration in real time
     */
    record Reply(int status, Headers headers, String body, String outcome, Duration duration) {
        static Reply of(Answer answer, Headers headers, Duration duration) {
            return new Reply(answer.status(), headers, answer.body(), answer.describe(), duration);
        }
    }

    /** A webhook begins. */
    Ending webhookBegins(WebhookRequest request, Signing signing, Optional<WebhookFault> fault);

    /** A request to the API begins. Its URL is the one at Twilio. */
    Ending requestBegins(WebhookRequest request, Optional<ApiFault> fault);

    /** The log has a new entry that is no request. */
    void noted(LogEntry entry);
}
