package dev.parlance.testkit.workspace;

import java.time.Duration;

/**
 * An event that was sent to an application, once.
 *
 * @param eventId the event's id
 * @param type the event's type, or {@code url_verification}
 * @param retry 0 for the first time, else the number of the retry
 * @param status what the application answered; 0 for no answer
 * @param took how long it took to answer
 */
public record Delivered(String eventId, String type, int retry, int status, Duration took) {
    boolean isAccepted() {
        return status >= 200 && status < 300;
    }
}
