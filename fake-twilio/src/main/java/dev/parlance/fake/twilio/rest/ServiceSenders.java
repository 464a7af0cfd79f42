package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Place;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Resources;
import dev.parlance.fake.twilio.world.Selection;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The senders of messaging services: phone numbers, short codes, names, and addresses on channels such as WhatsApp. */
final class ServiceSenders {
    private static final String SERVICE = "/v1/Services/{service}";
    private static final String NAME = "(?=.*[A-Za-z])[A-Za-z0-9 &+_-]{1,11}";

    private final World world;
    private final GenericApi generic;

    ServiceSenders(World world, GenericApi generic) {
        this.world = world;
        this.generic = generic;
    }

    void routes(Routes routes) {
        String numbers = SERVICE + "/PhoneNumbers";
        routes.get(numbers, generic.handler(this::numbers));
        routes.post(numbers, generic.handler(this::addNumber));
        routes.get(numbers + "/{sid}", generic.handler(it -> it.answer(number(it))));
        routes.delete(numbers + "/{sid}", generic.handler(this::removeNumber));
        others(routes, "/ShortCodes", "short_code", this::shortCode);
        others(routes, "/AlphaSenders", "alpha_sender", ServiceSenders::name);
        others(routes, "/ChannelSenders", "sender", this::channelSender);
    }

    private Resource service(GenericRequest it) {
        var values = it.place().values();
        String sid = values.getOrDefault("service_sid", values.getOrDefault("messaging_service_sid", ""));
        return world.owned().messagingServices().find(sid).orElseThrow(() -> GenericPaths.notFound(it.request()));
    }

    private synchronized void add(Resource service, String sender) {
        Optional<Resource> owner = world.owned().serviceOf(sender).filter(any -> !sender.matches(NAME));
        if (owner.filter(other -> !other.sid().equals(service.sid())).isPresent()) {
            throw new ApiError(409, 21712, "Phone Number or Short Code is associated with another Messaging Service.");
        }
        if (service.get("_senders").toString().contains('"' + sender + '"')) {
            throw new ApiError(409, 21710, "Phone Number or Short Code is already in the Messaging Service.");
        }
        world.owned().addSender(service, sender);
    }

    private WebhookResponse numbers(GenericRequest it) {
        Resource service = service(it);
        List<Resource> owned = world.owned().numbers().list(Selection.NEWEST_FIRST).all().stream()
                .filter(number -> isIn(service, number))
                .map(number -> shown(it, number))
                .toList();
        return generic.page(it, owned);
    }

    private static boolean isIn(Resource service, Resource number) {
        return service.get("_senders").toString().contains('"' + number.text("phone_number") + '"');
    }

    private Resource shown(GenericRequest it, Resource number) {
        ObjectNode fields = it.known();
        fields.put("sid", number.sid());
        fields.put("phone_number", number.text("phone_number"));
        fields.put("country_code", Place.of(number.text("phone_number")).country());
        ArrayNode capabilities = fields.putArray("capabilities");
        for (String capability : List.of("MMS", "SMS", "Voice")) {
            if (number.get("capabilities")
                    .path(capability.toLowerCase(Locale.ROOT))
                    .asBoolean()) {
                capabilities.add(capability);
            }
        }
        fields.put("date_created", Dates.ISO_8601.write(number.created()));
        fields.put("date_updated", Dates.ISO_8601.write(number.created()));
        return new Resources().add("", number.sid(), fields, number.created());
    }

    private WebhookResponse addNumber(GenericRequest it) {
        Resource number = world.owned()
                .numbers()
                .find(it.form("PhoneNumberSid"))
                .orElseThrow(() -> new ApiError(404, 20404, "Phone Number not found: " + it.form("PhoneNumberSid")));
        add(service(it), number.text("phone_number"));
        return it.answer(shown(it, number));
    }

    private Resource number(GenericRequest it) {
        Resource service = service(it);
        return world.owned()
                .numbers()
                .find(it.place().key())
                .filter(number -> isIn(service, number))
                .map(number -> shown(it, number))
                .orElseThrow(() -> GenericPaths.notFound(it.request()));
    }

    private WebhookResponse removeNumber(GenericRequest it) {
        world.owned().removeSender(service(it), number(it).text("phone_number"));
        return WebhookResponse.noContent();
    }

    private void others(Routes routes, String path, String field, Function<GenericRequest, ObjectNode> described) {
        routes.post(SERVICE + path, generic.handler(it -> {
            ObjectNode fields = described.apply(it);
            add(service(it), fields.path(field).asText());
            return it.answer(generic.create(it, fields));
        }));
        routes.delete(SERVICE + path + "/{sid}", generic.handler(it -> {
            world.owned().removeSender(service(it), generic.fetch(it).text(field));
            return generic.delete(it);
        }));
    }

    private ObjectNode shortCode(GenericRequest it) {
        String account = it.place().account();
        Resource code =
                known(account + " api/2010-04-01/Accounts/" + account + "/SMS/ShortCodes", it.form("ShortCodeSid"));
        ObjectNode fields = Json.object();
        fields.put("sid", code.sid());
        fields.put("short_code", code.text("short_code"));
        fields.put("country_code", "US");
        fields.putArray("capabilities").add("SMS");
        return fields;
    }

    private Resource known(String shelf, String sid) {
        return world.resources()
                .find(shelf, sid)
                .orElseThrow(() -> new ApiError(404, 20404, "There is no sender " + sid));
    }

    private static ObjectNode name(GenericRequest it) {
        String name = it.form("AlphaSender");
        if (!name.matches(NAME)) {
            throw ApiError.badRequest(20001, "Invalid AlphaSender: '" + name + "' is not a name of 1 to 11 characters");
        }
        ObjectNode fields = Json.object().put("alpha_sender", name);
        fields.putArray("capabilities").add("SMS");
        return fields;
    }

    private ObjectNode channelSender(GenericRequest it) {
        Resource sender = known(it.shelf("/v2/Channels/Senders"), it.form("Sid"));
        String address = sender.text("sender_id");
        ObjectNode fields = Json.object();
        fields.put("sid", sender.sid());
        fields.put("sender", address);
        fields.put("sender_type", address.startsWith("whatsapp:") ? "WhatsApp" : "RCS");
        fields.put("country_code", Place.of(address).country());
        return fields;
    }
}
