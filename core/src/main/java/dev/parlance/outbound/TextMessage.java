package dev.parlance.outbound;

import dev.parlance.Address;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A text message to send. Immutable: each method that sets something returns a new message.
 *
 * <pre>{@code
 * TextMessage text = TextMessage.to(Address.of("+15005550006"), "Your table is ready.")
 *         .withStatusCallback(URI.create("https://hooks.example.com/status"))
 *         .withValidity(Duration.ofMinutes(30));
 * }</pre>
 *
 * @param to the recipient
 * @param body the text; can be empty if there is media
 * @param from the number or messaging service to send from. Default: the account's.
 * @param media the URLs of pictures and other attachments
 * @param statusCallback where Twilio reports the delivery
 * @param validity how long the message can wait for delivery before it is dropped
 */
public record TextMessage(
        Address to,
        String body,
        Optional<String> from,
        List<URI> media,
        Optional<URI> statusCallback,
        Optional<Duration> validity) {
    /** Checks that there is a body or media. */
    public TextMessage {
        media = List.copyOf(media);
        if (body.isBlank() && media.isEmpty()) {
            throw new IllegalArgumentException("A text message needs a body or media");
        }
    }

    /** A message with text only. */
    public static TextMessage to(Address to, String body) {
        return new TextMessage(to, body, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    /** A message with pictures or other media. The text can be empty. */
    public static TextMessage to(Address to, String body, List<URI> media) {
        return new TextMessage(to, body, Optional.empty(), media, Optional.empty(), Optional.empty());
    }

    /** Sends from this number, or from this messaging service ({@code MG…}). */
    public TextMessage withFrom(String sender) {
        return new TextMessage(to, body, Optional.of(sender), media, statusCallback, validity);
    }

    /** Reports the delivery to this URL. */
    public TextMessage withStatusCallback(URI url) {
        return new TextMessage(to, body, from, media, Optional.of(url), validity);
    }

    /** Drops the message if it can't be delivered within this time. */
    public TextMessage withValidity(Duration time) {
        return new TextMessage(to, body, from, media, statusCallback, Optional.of(time));
    }

    /** The masked recipient and the length of the text, never the text itself. */
    @Override
    public String toString() {
        return "TextMessage[to=" + to + ", " + body.length() + " characters, " + media.size() + " media]";
    }
}
