package dev.parlance.examples.survey;

import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;
import java.util.function.Supplier;

/** Forwards to the routes of the current survey. */
record CurrentRoutes(Supplier<Router> routes) implements WebhookHandler {
    @Override
    public WebhookResponse handle(WebhookRequest request) {
        return routes.get().handle(request);
    }

    @Override
    public Optional<WebhookResponse> refusal(WebhookRequest head) {
        return routes.get().refusal(head);
    }
}
