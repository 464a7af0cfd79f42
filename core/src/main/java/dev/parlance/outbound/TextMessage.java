package dev.parlance.outbound;

import dev.parlance.Address;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A text message to send. Immutable: each {@code with} method returns a new message.
 *
 * <pre>{@code
 * TextMessage text = TextMessage.to(Address.of("+15005550006"), "Your table is ready.")
 *         .withStatusCallback(URI.create("https://hooks.example.com/status"))
 *         .withValidity(Duration.ofMinutes(30));
 * }</pre>
 */
public final class TextMessage {
    private final Address to;
    private final String body;
    private final List<URI> media;
    private final Options options;

    /** Mutable only while a new {@link TextMessage} is created. */
    private static final class Options {
        Optional<String> from = Optional.empty();
        Optional<URI> statusCallback = Optional.empty();
        Optional<Duration> validity = Optional.empty();
        Optional<String> contentSid = Optional.empty();
        Map<String, String> variables = Map.of();

        Options copy() {
            Options copy = new Options();
            copy.from = from;
            copy.statusCallback = statusCallback;
            copy.validity = validity;
            copy.contentSid = contentSid;
            copy.variables = variables;
            return copy;
        }
    }

    private TextMessage(Address to, String body, List<URI> media, Options options) {
        if (body.isBlank() && media.isEmpty() && options.contentSid.isEmpty()) {
            throw new IllegalArgumentException("A text message needs a body, media or content");
        }
        this.to = to;
        this.body = body;
        this.media = media;
        this.options = options;
    }

    /** A message with text only. */
    public static TextMessage to(Address to, String body) {
        return new TextMessage(to, body, List.of(), new Options());
    }

    /** A message with pictures or other media. The text can be empty. */
    public static TextMessage to(Address to, String body, List<URI> media) {
        return new TextMessage(to, body, List.copyOf(media), new Options());
    }

    /**
     * A message with content that Twilio stores, for example buttons on WhatsApp.
     *
     * @param sid the content's SID ({@code HX…})
     * @param variables the values of its placeholders, by name
     */
    public static TextMessage content(Address to, String sid, Map<String, String> variables) {
        Options options = new Options();
        options.contentSid = Optional.of(sid);
        options.variables = Map.copyOf(variables);
        return new TextMessage(to, "", List.of(), options);
    }

    private TextMessage with(Consumer<Options> change) {
        Options changed = options.copy();
        change.accept(changed);
        return new TextMessage(to, body, media, changed);
    }

    /** Sends from this number, or from this messaging service ({@code MG…}). Default: the account's sender. */
    public TextMessage withFrom(String sender) {
        return with(options -> options.from = Optional.of(sender));
    }

    /** Reports the delivery to this URL. */
    public TextMessage withStatusCallback(URI url) {
        return with(options -> options.statusCallback = Optional.of(url));
    }

    /** Drops the message if it can't be delivered within this time. */
    public TextMessage withValidity(Duration time) {
        return with(options -> options.validity = Optional.of(time));
    }

    /** The recipient. */
    public Address to() {
        return to;
    }

    /** The text; can be empty if there is media or content. */
    public String body() {
        return body;
    }

    /** The URLs of pictures and other attachments. */
    public List<URI> media() {
        return media;
    }

    /** The number or messaging service to send from. */
    public Optional<String> from() {
        return options.from;
    }

    /** Where Twilio reports the delivery. */
    public Optional<URI> statusCallback() {
        return options.statusCallback;
    }

    /** How long the message can wait for delivery before it is dropped. */
    public Optional<Duration> validity() {
        return options.validity;
    }

    /** The SID of the stored content to send. */
    public Optional<String> contentSid() {
        return options.contentSid;
    }

    /** The values of the content's placeholders. */
    public Map<String, String> variables() {
        return options.variables;
    }

    private List<Object> values() {
        return List.of(
                to,
                body,
                media,
                options.from,
                options.statusCallback,
                options.validity,
                options.contentSid,
                options.variables);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextMessage that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** The masked recipient and the length of the text, never the text itself. */
    @Override
    public String toString() {
        return "TextMessage[to=" + to + ", " + body.length() + " characters, " + media.size() + " media]";
    }
}
