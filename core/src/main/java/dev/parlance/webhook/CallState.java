package dev.parlance.webhook;

import java.util.Locale;

/** The state of a call, from Twilio's {@code CallStatus}. */
public enum CallState {
    /** Waiting to be placed. */
    QUEUED,
    /** Twilio has started to place the call. */
    INITIATED,
    /** The phone is ringing. */
    RINGING,
    /** Somebody answered, and the call is going on. */
    IN_PROGRESS,
    /** Answered, and over. */
    COMPLETED,
    /** The line was busy, or the call was declined. */
    BUSY,
    /** Nobody answered. */
    NO_ANSWER,
    /** Hung up by the application before anybody answered. */
    CANCELED,
    /** The call could not be placed. */
    FAILED,
    /** A state that this version does not know, or none; see the parameter {@code CallStatus}. */
    OTHER;

    /** Whether the call is over. */
    public boolean isFinal() {
        return switch (this) {
            case COMPLETED, BUSY, NO_ANSWER, CANCELED, FAILED -> true;
            case QUEUED, INITIATED, RINGING, IN_PROGRESS, OTHER -> false;
        };
    }

    static CallState of(String text) {
        return TwilioParameters.constant(text, values(), OTHER);
    }

    /** The state as Twilio writes it, for example {@code in-progress}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
