package dev.parlance.testkit.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A text that the account asks to be sent.
 *
 * @param from the empty text if a messaging service is to choose the sender
 * @param service the SID of a messaging service, or the empty text
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
