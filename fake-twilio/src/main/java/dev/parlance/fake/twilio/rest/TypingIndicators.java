package dev.parlance.fake.twilio.rest;

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
        String sid = exchange.has("messageId")
                ? exchange.form("messageId")
                : Json.body(exchange.request()).path("messageId").asText();
        Resource message = world.owned()
                .messages()
                .find(sid)
                .filter(found -> found.is("direction", "inbound"))
                .orElseThrow(() -> new ApiError(404, 20404, "There is no incoming message " + sid));
        world.handset(message.text("from"))
                .showTyping(message.text("to"), world.clock().instant());
        result.set("success", Json.of(true));
    }
}
