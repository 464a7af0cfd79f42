package dev.parlance.testkit.rest;

import dev.parlance.testkit.world.World;
import dev.parlance.webhook.Router;

/** . */
public final class ServerlessApi {
    ServerlessApi(World w) {}

    void routes(Router r, Router u) {}
}
