package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import java.util.Map;

/** Messaging services, their webhooks and their senders. */
final class MessagingServicesApi {
    private final World world;

    private final GenericApi generic;

    MessagingServicesApi(World world, GenericApi generic) {
        this.world = world;
        this.generic = generic;
    }

    void routes(Routes routes) {
        new ServiceSenders(world, generic).routes(routes);
        Shelf services = world.owned().messagingServices();
        new Collection(world, routes, services, "/v1/Services", Map.of())
                .lists()
                .fetches()
                .creates(exchange -> {
                    Resource service = services.blank(exchange.with());
                    Fields.set(service, exchange);
                    return services.add(service);
                })
                .updates()
                .deletes();
    }
}
