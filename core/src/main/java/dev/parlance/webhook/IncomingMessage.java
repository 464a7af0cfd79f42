package dev.parlance.webhook;

import dev.parlance.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message that somebody sent, by text, WhatsApp or another messaging channel, as Twilio tells it to a webhook.
 *
 * <pre>{@code
 * IncomingMessage message = IncomingMessage.of(request);
 * message.from().channel();                            // "phone", "whatsapp", …
 * message.parameters().first("ProfileName");           // whatever else Twilio sent
 * }</pre>
 *
 * @param sid Twilio's name for the message: {@code SM…} or {@code MM…}; the same when a webhook is repeated
 * @param from who wrote
 * @param to the number or address that was written to
 * @param body the words; empty where there are none
 * @param media pictures and other attachments
 * @param button the button that was pressed, where the channel has buttons
 * @param location the place that was shared, where the channel has that
 * @param parameters everything that Twilio sent
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

    private static final int MOST_MEDIA = 10;

    /** An attachment, and where Twilio keeps it. */
    public record Media(String url, String contentType) {}

    /** A pressed button: what stands on it, and what the application gave it to send. */
    public record Button(String text, String payload) {}

    /** A shared place. */
    public record Location(double latitude, double longitude, Optional<String> label, Optional<String> address) {}

    /** Keeps the media from changing. */
    public IncomingMessage {
        media = List.copyOf(media);
    }

    /**
     * Reads a message webhook.
     *
     * @throws WebhookException if a parameter that every message has is missing or ill-formed: a 400 that names it
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
        if (count > MOST_MEDIA) {
            throw WebhookException.badRequest("The parameter \"NumMedia\" is more than " + MOST_MEDIA + ".");
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

    /** Which message, between whom, masked; never the words. */
    @Override
    public String toString() {
        return "IncomingMessage[" + sid + " from " + from + " to " + to + ", " + body.length() + " characters, "
                + media.size() + " media]";
    }
}
