package dev.parlance.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.fake.twilio.fault.WebhookFault;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.fake.twilio.world.Faults;
import dev.parlance.fake.twilio.world.Faults.Armed;
import dev.parlance.fake.twilio.world.World;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Plans faults for the next webhooks or API requests, and shows and removes those that have not happened yet. */
final class FaultPlanner {
    private static final int MAX_TIMES = 20;
    private static final Map<String, ApiFault> API = Map.of(
            "slow", ApiFault.slow(Duration.ofSeconds(3)),
            "down", ApiFault.serverError(503),
            "busy", ApiFault.rateLimited(Duration.ofSeconds(2)),
            "lost", ApiFault.DROPPED_AFTER_THE_EFFECT);

    private final World world;

    FaultPlanner(World world) {
        this.world = world;
    }

    void plan(PageRequest request) {
        String fault = request.text("fault");
        int times = (int) Math.max(1, Math.min(MAX_TIMES, request.number("times", 1)));
        for (int i = 0; i < times; i++) {
            if (request.text("where").equals("api")) {
                planRequest(fault);
            } else {
                planWebhook(WebhookFault.valueOf(fault.toUpperCase(Locale.ROOT)));
            }
        }
        world.log()
                .add(Kind.FAULT, "planned: " + fault.replace('_', ' ').toLowerCase(Locale.ROOT) + ", " + times + "×");
    }

    private void planRequest(String fault) {
        ApiFault known = API.get(fault);
        if (known == null) {
            throw new IllegalArgumentException("Unknown fault for the API: " + fault);
        }
        world.faults().planRequest("*", known);
    }

    /** Only texts can be held back, so that fault applies to the next text. */
    private void planWebhook(WebhookFault fault) {
        Faults faults = world.faults();
        if (fault != WebhookFault.HELD) {
            faults.planWebhook("*", fault);
            return;
        }
        world.owned().numbers().oldestFirst().stream()
                .flatMap(number -> number.filled("sms_url").stream())
                .distinct()
                .forEach(url -> faults.planWebhook(url, fault));
    }

    /** The faults that wait, and the texts that are held. */
    ObjectNode state() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        ArrayNode armed = state.putArray("armed");
        for (Armed each : world.faults().armed()) {
            armed.addObject()
                    .put("where", each.isWebhook() ? "webhook" : "api")
                    .put("pattern", each.pattern())
                    .put("fault", each.fault())
                    .put("name", name(each))
                    .put("left", each.left());
        }
        ArrayNode held = state.putArray("held");
        world.held().forEach(held::add);
        return state;
    }

    /** The page's name of a fault; empty for one that only a program can plan. */
    private static String name(Armed armed) {
        if (armed.isWebhook()) {
            return armed.fault().toLowerCase(Locale.ROOT);
        }
        return API.entrySet().stream()
                .filter(known -> known.getValue().toString().equals(armed.fault()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    void disarm(PageRequest request) {
        boolean isWebhook = request.text("where").equals("webhook");
        world.faults().disarm(new Armed(isWebhook, request.text("pattern"), request.text("fault"), 0));
    }

    /** Releases one held text, or all. */
    void release(PageRequest request) {
        if (request.has("position")) {
            world.release(request.index("position"));
        } else {
            world.release();
        }
    }
}
