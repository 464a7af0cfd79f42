package dev.parlance.fake.twilio.log;

/**
 * An error or warning in Twilio's debugger.
 *
 * @param code Twilio's error code, for example 11200
 * @param message what went wrong, and where
 */
public record Alert(int code, String message) {
    /** {@code 11200: https://app.example/sms: HTTP retrieval failure, …}. */
    @Override
    public String toString() {
        return code + ": " + message;
    }
}
