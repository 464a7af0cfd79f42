package dev.parlance.fake.slack;

import java.time.Duration;

/**
 * One delivery attempt of an event to an application.
 *
 * @param eventId the event's ID
 * @param type the event's type, or {@code url_verification}
 * @param retry 0 for the first attempt, otherwise the number of the retry
 * @param status the HTTP status of the response; 0 without a response
 * @param duration the response time
 */
public record EventDelivery(String eventId, String type, int retry, int status, Duration duration) {
    boolean isAccepted() {
        return status >= 200 && status < 300;
    }
}
