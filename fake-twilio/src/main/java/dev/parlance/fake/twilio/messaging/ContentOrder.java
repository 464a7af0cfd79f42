package dev.parlance.fake.twilio.messaging;

/**
 * The content that a request sends.
 *
 * @param sid the SID of the content resource, or empty
 * @param variables JSON with the values of its placeholders, or empty
 */
public record ContentOrder(String sid, String variables) {
    static final ContentOrder NONE = new ContentOrder("", "");

    boolean isEmpty() {
        return sid.isEmpty() && variables.isEmpty();
    }
}
