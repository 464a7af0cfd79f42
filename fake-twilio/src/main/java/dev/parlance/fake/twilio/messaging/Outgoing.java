package dev.parlance.fake.twilio.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A text for the account to send.
 *
 * @param from the sender; empty if the messaging service chooses it
 * @param service the SID of a messaging service, or empty
 */
public record Outgoing(
        String account,
        String to,
        String from,
        String service,
        String body,
        List<String> mediaUrls,
        String statusCallback,
        Optional<Instant> sendAt) {}
