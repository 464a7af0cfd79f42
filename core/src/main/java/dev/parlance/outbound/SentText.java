package dev.parlance.outbound;

import java.time.Instant;

/**
 * A text that was sent to a person.
 *
 * @param sid its SID
 * @param at when Twilio accepted it, to the second
 */
public record SentText(String sid, Instant at) {}
