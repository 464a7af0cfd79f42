package dev.parlance.survey.state;

import java.time.Instant;

/**
 * A message of a reply that the webhook's answer could not carry, until it is sent.
 *
 * @param channel the name of its channel
 * @param body the message as the channel wrote it
 * @param until when it is sent next; once it is claimed, when that must be over even if the process has ended
 * @param attempts how often it has been claimed
 * @param isClaimed whether it is being sent, or was when the process ended
 */
public record UnsentMessage(String channel, String body, Instant until, int attempts, boolean isClaimed) {
    /** A message that is to be sent now. */
    public static UnsentMessage now(String channel, String body, Instant now) {
        return new UnsentMessage(channel, body, now, 0, false);
    }

    /** A copy that is about to be sent. */
    public UnsentMessage claimedUntil(Instant time) {
        return new UnsentMessage(channel, body, time, attempts + 1, true);
    }

    /** A copy that is sent at another time. */
    public UnsentMessage at(Instant time) {
        return new UnsentMessage(channel, body, time, attempts, false);
    }

    /** The channel only, never the words. */
    @Override
    public String toString() {
        return "UnsentMessage[" + channel + "]";
    }
}
