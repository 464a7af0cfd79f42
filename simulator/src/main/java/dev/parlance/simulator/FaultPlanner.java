package dev.parlance.simulator;

import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.fake.twilio.fault.WebhookFault;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.fake.twilio.world.Faults;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Plans faults for the next webhooks or API requests. */
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
        for (Resource number : world.owned().numbers().oldestFirst()) {
            number.filled("sms_url").ifPresent(url -> faults.planWebhook(url, fault));
        }
    }
}
