package dev.parlance.survey.session;

import dev.parlance.outbound.DeliveryProblem;
import dev.parlance.webhook.MessageState;
import java.time.Instant;
import java.util.Optional;

/**
 * What has become of a message that a survey has sent.
 *
 * @param message the message's SID
 * @param channel the name of its channel
 * @param turn the {@link Session#turn} that it belongs to
 * @param state {@code SENT}, {@code DELIVERED}, {@code READ}, {@code UNDELIVERED} or {@code FAILED}
 * @param at when Twilio reported it
 * @param code Twilio's error code, if it was not delivered
 */
public record Delivery(
        String message, String channel, int turn, MessageState state, Instant at, Optional<Integer> code) {
    /** Why it was not delivered, in a sentence; empty if it was, or if this library does not know the code. */
    public Optional<String> reason() {
        return code.flatMap(DeliveryProblem::of).map(DeliveryProblem::meaning);
    }
}
