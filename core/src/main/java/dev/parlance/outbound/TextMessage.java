package dev.parlance.outbound;

import dev.parlance.Address;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A text message to be sent. Immutable: each method that sets something returns a new message.
 *
 * <pre>{@code
 * TextMessage text = TextMessage.to(Address.of("+15005550006"), "Your table is ready.")
 *         .statusCallback(URI.create("https://hooks.example.com/status"))
 *         .validity(Duration.ofMinutes(30));
 * }</pre>
 *
 * @param to who gets it
 * @param body the words; may be empty when there is media
 * @param from the number or messaging service it is sent from; the account's own when empty
 * @param media where the carrier fetches pictures and other attachments
 * @param statusCallback where the carrier tells what became of it
 * @param validity how long it may wait for delivery before it is dropped
 */
public record TextMessage(
        Address to,
        String body,
        Optional<String> from,
        List<URI> media,
        Optional<URI> statusCallback,
        Optional<Duration> validity) {
    /** Checks that there is something to send. */
    public TextMessage {
        media = List.copyOf(media);
        if (body.isBlank() && media.isEmpty()) {
            throw new IllegalArgumentException("A text message needs a body or media");
        }
    }

    /** A text of words alone. */
    public static TextMessage to(Address to, String body) {
        return new TextMessage(to, body, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    /** A text with pictures or other media beside the words, or instead of them. */
    public static TextMessage to(Address to, String body, List<URI> media) {
        return new TextMessage(to, body, Optional.empty(), media, Optional.empty(), Optional.empty());
    }

    /** Sends it from this number, or from this messaging service ({@code MG…}). */
    public TextMessage from(String sender) {
        return new TextMessage(to, body, Optional.of(sender), media, statusCallback, validity);
    }

    /** Asks the carrier to tell this URL what became of the message. */
    public TextMessage statusCallback(URI url) {
        return new TextMessage(to, body, from, media, Optional.of(url), validity);
    }

    /** Lets the message be dropped when it could not be delivered for so long. */
    public TextMessage validity(Duration time) {
        return new TextMessage(to, body, from, media, statusCallback, Optional.of(time));
    }

    /** Who it is for, masked, and how long it is; never the words. */
    @Override
    public String toString() {
        return "TextMessage[to=" + to + ", " + body.length() + " characters, " + media.size() + " media]";
    }
}
