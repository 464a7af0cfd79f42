package dev.parlance.webhook;

import dev.parlance.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An incoming message, by text, WhatsApp or another messaging channel.
 *
 * <pre>{@code
 * IncomingMessage message = IncomingMessage.of(request);
 * message.from().channel();                            // "phone", "whatsapp", …
 * message.parameters().first("ProfileName");           // any other parameter that Twilio sent
 * }</pre>
 *
 * @param sid the SID of the message, {@code SM…} or {@code MM…}; the same when the webhook is repeated
 * @param from the sender
 * @param to the number or address that received the message
 * @param body the text; can be empty
 * @param media pictures and other attachments
 * @param button the pressed button, if the channel has buttons
 * @param location the shared location, if the channel supports it
 * @param parameters all parameters that Twilio sent
 */
public record IncomingMessage(
        String sid,
        Address from,
        Address to,
        String body,
        List<Media> media,
        Optional<Button> button,
        Optional<Location> location,
        Parameters parameters) {

    private static final int MAX_MEDIA = 10;

    /** An attachment, and its URL on Twilio. */
    public record Media(String url, String contentType) {}

    /** A pressed button: its label, and the payload that your application gave it. */
    public record Button(String text, String payload) {}

    /** A shared location. */
    public record Location(double latitude, double longitude, Optional<String> label, Optional<String> address) {}

    /** Makes the list of media immutable. */
    public IncomingMessage {
        media = List.copyOf(media);
    }

    /**
     * Reads a message webhook.
     *
     * @throws WebhookException if a parameter that every message has is missing or malformed: a 400 that names the parameter
     */
    public static IncomingMessage of(WebhookRequest request) {
        TwilioParameters twilio = new TwilioParameters(request.parameters());
        return new IncomingMessage(
                twilio.required("MessageSid"),
                twilio.address("From"),
                twilio.address("To"),
                twilio.text("Body"),
                media(twilio),
                twilio.filled("ButtonPayload").map(payload -> new Button(twilio.text("ButtonText"), payload)),
                location(twilio),
                twilio.all());
    }

    private static List<Media> media(TwilioParameters twilio) {
        int count = twilio.count("NumMedia").orElse(0);
        if (count > MAX_MEDIA) {
            throw WebhookException.badRequest("The parameter \"NumMedia\" is more than " + MAX_MEDIA + ".");
        }
        List<Media> media = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            media.add(new Media(twilio.required("MediaUrl" + i), twilio.text("MediaContentType" + i)));
        }
        return media;
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
        return "IncomingMessage[" + sid + " from " + from + " to " + to + ", " + body.length() + " characters, "
                + media.size() + " media]";
    }
}
