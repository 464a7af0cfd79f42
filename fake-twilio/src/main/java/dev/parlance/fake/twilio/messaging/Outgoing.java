package dev.parlance.fake.twilio.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A text for the account to send.
 *
 * @param from the sender; empty if the messaging service chooses it
 * @param service the SID of a messaging service, or empty
 * @param content the content resource to send instead of a body and media
 * @param fallbackFrom the sender of the text if the person has no RCS, or empty
 */
public record Outgoing(
        String account,
        String to,
        String from,
        String service,
        String body,
        List<String> mediaUrls,
        String statusCallback,
        Optional<Instant> sendAt,
        ContentOrder content,
        String fallbackFrom) {

    /** A text with a body and media. */
    public Outgoing(
            String account,
            String to,
            String from,
            String service,
            String body,
            List<String> mediaUrls,
            String statusCallback,
            Optional<Instant> sendAt) {
        this(account, to, from, service, body, mediaUrls, statusCallback, sendAt, ContentOrder.NONE, "");
    }

    /** The same text with this body and media. */
    Outgoing with(String newBody, List<String> newMedia) {
        return new Outgoing(
                account, to, from, service, newBody, newMedia, statusCallback, sendAt, content, fallbackFrom);
    }
}
