package dev.parlance.fake.twilio.messaging;

import dev.parlance.Address;
import dev.parlance.fake.twilio.world.Handset;
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
        Handset phone = world.handset(message.text("from"));
        Place from = phone.place();
        Place to = Place.of(message.text("to"));
        List<String> form = new ArrayList<>(List.of(
                "ToCountry", to.country(),
                "ToState", to.state(),
                "SmsMessageSid", message.sid(),
                "NumMedia", message.text("num_media"),
                "ToCity", to.city(),
                "FromZip", from.zip(),
                "SmsSid", message.sid(),
                "FromState", from.state(),
                "SmsStatus", "received",
                "FromCity", from.city(),
                "Body", message.text("body"),
                "FromCountry", from.country(),
                "To", message.text("to"),
                "ToZip", to.zip(),
                "NumSegments", message.text("num_segments"),
                "MessageSid", message.sid(),
                "AccountSid", message.text("account_sid"),
                "From", message.text("from"),
                "ApiVersion", "2010-04-01"));
        service.ifPresent(resource -> form.addAll(List.of("MessagingServiceSid", resource.sid())));
        addMedia(message, form);
        Address address = Address.of(message.text("from"));
        if (address.channel().equals("whatsapp")) {
            form.addAll(
                    List.of("ProfileName", phone.name(), "WaId", address.id().replace("+", "")));
        }
        return Parameters.of(form.toArray(String[]::new));
    }

    private void addMedia(Resource message, List<String> form) {
        if (message.is("num_media", "0")) {
            return;
        }
        int index = 0;
        for (Resource media : world.owned().media().oldestFirst()) {
            if (media.is("parent_sid", message.sid())) {
                form.addAll(List.of("MediaContentType" + index, media.text("content_type")));
                form.addAll(List.of("MediaUrl" + index, mediaUrl(world, media)));
                index++;
            }
        }
    }

    /** The media's URL at the fake. */
    static String mediaUrl(World world, Resource media) {
        String uri = media.text("uri");
        return world.apiUrl() + uri.substring(0, uri.length() - ".json".length());
    }
}
