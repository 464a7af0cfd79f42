package dev.parlance.webhook;

import java.util.Locale;

/** The state of a message that your application sent, from Twilio's {@code MessageStatus}. */
public enum MessageState {
    /** Twilio has taken the message and chooses a sender from the messaging service. */
    ACCEPTED,
    /** To be sent later. */
    SCHEDULED,
    /** Waiting to be sent. */
    QUEUED,
    /** On its way to the carrier. */
    SENDING,
    /** The carrier has the message. */
    SENT,
    /** The message arrived. */
    DELIVERED,
    /** The carrier could not deliver the message. */
    UNDELIVERED,
    /** Twilio could not send the message. */
    FAILED,
    /** The recipient opened the message; only on channels that report it, such as WhatsApp. */
    READ,
    /** A scheduled message that the application canceled. */
    CANCELED,
    /** A state that this version does not know; see the parameter {@code MessageStatus}. */
    OTHER;

    /** Whether this is the last state, except perhaps {@link #READ}. */
    public boolean isFinal() {
        return switch (this) {
            case DELIVERED, UNDELIVERED, FAILED, READ, CANCELED -> true;
            case ACCEPTED, SCHEDULED, QUEUED, SENDING, SENT, OTHER -> false;
        };
    }

    /** Whether delivery has failed for good. */
    public boolean hasFailed() {
        return this == FAILED || this == UNDELIVERED;
    }

    static MessageState of(String text) {
        return TwilioParameters.constant(text, values(), OTHER);
    }

    /** The state as Twilio writes it, for example {@code delivered}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
