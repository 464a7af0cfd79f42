package dev.parlance.survey.session;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What has become of a message that a survey has sent.
 *
 * @param message the message's SID
 * @param channel the name of its channel
 * @param turn the {@link Session#turn} that it belongs to
 * @param status what Twilio has reported
 * @param at when Twilio reported it
 * @param problem why it did not arrive; empty if it did, or if Twilio gave no code
 */
public record Delivery(String message, String channel, int turn, Status status, Instant at, Optional<Problem> problem) {
    /** The status of a message. */
    public enum Status {
        /** The carrier or the messenger has it. */
        SENT,
        /** It has arrived. */
        DELIVERED,
        /** The person has opened it; only on channels that report it, such as WhatsApp. */
        READ,
        /** The carrier could not deliver it. */
        UNDELIVERED,
        /** Twilio could not send it. */
        FAILED;

        /** Whether it will not arrive. */
        public boolean hasFailed() {
            return this == UNDELIVERED || this == FAILED;
        }

        /** The status as Twilio writes it, for example {@code delivered}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Why a message did not arrive.
     *
     * @param code Twilio's error code
     * @param meaning what it means, in a sentence; empty for a code that this library does not know
     */
    public record Problem(int code, String meaning) {}
}
