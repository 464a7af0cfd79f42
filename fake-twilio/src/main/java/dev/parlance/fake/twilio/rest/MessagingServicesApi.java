package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Router;
import java.util.Map;

/** Messaging services and their webhooks. */
final class MessagingServicesApi {
    private final World world;

    MessagingServicesApi(World world) {
        this.world = world;
    }

    void routes(Router router) {
        new Collection(world, router, world.owned().messagingServices(), "/v1/Services", Map.of())
                .lists()
                .fetches()
                .updates();
    }
}
