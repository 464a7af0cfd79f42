package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;

/** Shows a person that an answer to their message is on its way. */
final class TypingIndicators {
    private final World world;

    TypingIndicators(World world) {
        this.world = world;
    }

    void effects(Effects effects) {
        for (String version : new String[] {"v2", "v3"}) {
            effects.after("POST", "messaging", "/" + version + "/Indicators/Typing", this::show);
        }
    }

    private void show(Resource result, Exchange exchange) {
        boolean isForm = exchange.has("messageId");
        JsonNode body = isForm ? Json.object() : Json.body(exchange.request());
        String sid =
                isForm ? exchange.form("messageId") : body.path("messageId").asText();
        if (!sid.isEmpty()) {
            show(sid);
        } else if (body.path("channel").asText().equals("WHATSAPP")) {
            throw ApiError.badRequest(20001, "Missing required parameter messageId in the post body");
        }
        result.set("success", Json.of(true));
    }

    private void show(String sid) {
        Resource message = world.owned()
                .messages()
                .find(sid)
                .filter(found -> found.is("direction", "inbound"))
                .orElseThrow(() -> new ApiError(404, 20404, "There is no incoming message " + sid));
        world.handset(message.text("from"))
                .showTyping(message.text("to"), world.clock().instant());
    }
}
