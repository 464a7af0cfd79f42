package dev.parlance.testkit.rest;

import dev.parlance.testkit.messaging.Messaging;
import dev.parlance.testkit.world.World;
import dev.parlance.webhook.Router;

final class ConversationsApi {
    ConversationsApi(World w, Messaging m) {}

    void routes(Router r) {}
}
