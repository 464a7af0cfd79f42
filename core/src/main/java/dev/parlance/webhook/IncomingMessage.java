package dev.parlance.webhook;

import dev.parlance.Address;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An incoming message, by text, WhatsApp or another messaging channel.
 *
 * <pre>{@code
 * IncomingMessage message = IncomingMessage.of(request);
 * String channel = message.from().channel();                                  // "phone", "whatsapp", …
 * Optional<String> name = message.parameters().first("ProfileName");          // any other parameter that Twilio sent
 * }</pre>
 */
public final class IncomingMessage {
    private static final int MAX_MEDIA = 10;

    private final String sid;
    private final Address from;
    private final Address to;
    private final List<Media> media;
    private final Optional<Location> location;
    private final Parameters parameters;

    /** An attachment, and its URL on Twilio. */
    public record Media(URI url, String contentType) {}

    /** A pressed button: its label, and the payload that your application gave it. */
    public record Button(String text, String payload) {}

    /** A shared location. */
    public record Location(double latitude, double longitude, Optional<String> label, Optional<String> address) {}

    private IncomingMessage(TwilioParameters twilio) {
        this.sid = twilio.required("MessageSid");
        this.from = twilio.address("From");
        this.to = twilio.address("To");
        this.media = media(twilio);
        this.location = location(twilio);
        this.parameters = twilio.all();
    }

    /**
     * Reads a message webhook.
     *
     * @throws WebhookException if a parameter that every message has is missing or malformed: a 400 that names the parameter
     */
    public static IncomingMessage of(WebhookRequest request) {
        return new IncomingMessage(new TwilioParameters(request.parameters()));
    }

    /** The SID of the message, {@code SM…} or {@code MM…}; the same when the webhook is repeated. */
    public String sid() {
        return sid;
    }

    /** The sender. */
    public Address from() {
        return from;
    }

    /** The number or address that received the message. */
    public Address to() {
        return to;
    }

    /** The text; can be empty. */
    public String body() {
        return parameters.first("Body").orElse("");
    }

    /** Pictures and other attachments. */
    public List<Media> media() {
        return media;
    }

    /** The pressed button, if the channel has buttons. */
    public Optional<Button> button() {
        return parameters
                .nonEmpty("ButtonPayload")
                .map(payload -> new Button(parameters.first("ButtonText").orElse(""), payload));
    }

    /** The shared location, if the channel supports it. */
    public Optional<Location> location() {
        return location;
    }

    /** All parameters that Twilio sent. */
    public Parameters parameters() {
        return parameters;
    }

    private static List<Media> media(TwilioParameters twilio) {
        int count = twilio.count("NumMedia").orElse(0);
        if (count > MAX_MEDIA) {
            throw WebhookException.badRequest("The parameter \"NumMedia\" is more than " + MAX_MEDIA + ".");
        }
        List<Media> media = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            media.add(new Media(twilio.url("MediaUrl" + i), twilio.text("MediaContentType" + i)));
        }
        return List.copyOf(media);
    }

    private static Optional<Location> location(TwilioParameters twilio) {
        if (twilio.filled("Latitude").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Location(
                twilio.decimal("Latitude").orElseThrow(),
                twilio.decimal("Longitude").orElse(0),
                twilio.filled("Label"),
                twilio.filled("Address")));
    }

    /** The message, with masked addresses, never its text. */
    @Override
    public String toString() {
        return "IncomingMessage[" + sid + " from " + from + " to " + to + ", " + body().length() + " characters, "
                + media.size() + " media]";
    }
}
