package dev.parlance.outbound;

import java.time.Instant;

/**
 * A content that Twilio stores.
 *
 * @param sid its SID, to send it by
 * @param name its friendly name; empty without one
 * @param language its language's code
 * @param created when it was created
 */
public record StoredContent(String sid, String name, String language, Instant created) {}
