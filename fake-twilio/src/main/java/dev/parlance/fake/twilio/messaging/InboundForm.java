package dev.parlance.fake.twilio.messaging;

import dev.parlance.Address;
import dev.parlance.fake.twilio.world.Place;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates the form parameters of the webhook for an incoming text. */
final class InboundForm {
    private final World world;

    InboundForm(World world) {
        this.world = world;
    }

    Parameters of(Resource message, Optional<Resource> service) {
        List<String> form = new ArrayList<>(List.of(
                "SmsMessageSid", message.sid(),
                "NumMedia", message.text("num_media"),
                "SmsSid", message.sid(),
                "SmsStatus", "received",
                "Body", message.text("body"),
                "To", message.text("to"),
                "NumSegments", message.text("num_segments"),
                "MessageSid", message.sid(),
                "AccountSid", message.text("account_sid"),
                "From", message.text("from"),
                "ApiVersion", "2010-04-01"));
        service.ifPresent(resource -> form.addAll(List.of("MessagingServiceSid", resource.sid())));
        addMedia(message, form);
        if (Address.of(message.text("from")).isPhone()) {
            addPlace(form, "From", world.handset(message.text("from")).place());
            addPlace(form, "To", Place.of(message.text("to")));
        } else {
            form.addAll(ChannelForm.of(message, mediaType(message), world.handset(message.text("from"))));
        }
        return Parameters.of(form.toArray(String[]::new));
    }

    private static void addPlace(List<String> form, String prefix, Place place) {
        form.addAll(List.of(
                prefix + "City",
                place.city(),
                prefix + "Country",
                place.country(),
                prefix + "State",
                place.state(),
                prefix + "Zip",
                place.zip()));
    }

    /** The type of the first attachment, or the empty string. */
    private String mediaType(Resource message) {
        return world.owned()
                .media()
                .firstWith("parent_sid", message.sid())
                .map(media -> media.text("content_type"))
                .orElse("");
    }

    private void addMedia(Resource message, List<String> form) {
        if (message.is("num_media", "0")) {
            return;
        }
        int index = 0;
        for (Resource media : world.owned().media().with("parent_sid", message.sid())) {
            form.addAll(List.of("MediaContentType" + index, media.text("content_type")));
            form.addAll(List.of("MediaUrl" + index, mediaUrl(world, media)));
            index++;
        }
    }

    /** The media's URL at the fake. */
    static String mediaUrl(World world, Resource media) {
        String uri = media.text("uri");
        return world.apiUrl() + uri.substring(0, uri.length() - ".json".length());
    }
}
