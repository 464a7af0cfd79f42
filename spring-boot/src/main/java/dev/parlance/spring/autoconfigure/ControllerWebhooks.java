package dev.parlance.spring.autoconfigure;

import java.util.List;

/** Finds the methods of controllers that answer webhooks, in Spring MVC or in WebFlux. */
interface ControllerWebhooks {
    List<MappedWebhook> find();
}
