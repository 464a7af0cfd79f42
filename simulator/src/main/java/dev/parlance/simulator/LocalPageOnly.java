package dev.parlance.simulator;

import dev.parlance.fake.twilio.world.OwnNames;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;

/**
 * Protects the page from other sites in the same browser. They can't read it through a DNS name that resolves to this machine,
 * and can't trigger actions.
 */
final class LocalPageOnly implements WebhookHandler {
    private final WebhookHandler page;

    LocalPageOnly(WebhookHandler page) {
        this.page = page;
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        String host = request.header("Host").orElse("");
        if (!OwnNames.isLocal(host)) {
            return refused("The simulator answers only at localhost.");
        }
        if (request.method().equals("POST") && !isFromThePage(request, host)) {
            return refused("Only the simulator's page, or a program that sends JSON, can do this.");
        }
        return page.handle(request)
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** For JSON, a browser asks for permission before it sends another site's request. The simulator never grants it. */
    private static boolean isFromThePage(WebhookRequest request, String host) {
        boolean isJson = request.header("Content-Type").orElse("").startsWith("application/json");
        String origin = request.header("Origin").orElse("");
        return isJson && (origin.isEmpty() || origin.equals("http://" + host));
    }

    private static WebhookResponse refused(String why) {
        return WebhookResponse.text(why).withStatus(403);
    }
}
