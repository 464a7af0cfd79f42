package dev.parlance.testkit.simulator;

import dev.parlance.testkit.world.OwnNames;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;

/**
 * Lets nobody in but the page itself, in a browser of this machine: another site that the browser shows can neither read it,
 * by a name of its own for this machine, nor do anything in it.
 */
final class ThisMachineAlone implements WebhookHandler {
    private final WebhookHandler page;

    ThisMachineAlone(WebhookHandler page) {
        this.page = page;
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        String host = request.header("Host").orElse("");
        if (!OwnNames.isLocal(host)) {
            return refused("The simulator answers at localhost alone.");
        }
        if (request.method().equals("POST") && !isFromThePage(request, host)) {
            return refused("Only the simulator's own page, or a program that sends JSON, may do this.");
        }
        return page.handle(request)
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** No other site can send JSON without asking first, and nobody answers it. */
    private static boolean isFromThePage(WebhookRequest request, String host) {
        boolean isJson = request.header("Content-Type").orElse("").startsWith("application/json");
        String origin = request.header("Origin").orElse("");
        return isJson && (origin.isEmpty() || origin.equals("http://" + host));
    }

    private static WebhookResponse refused(String why) {
        return WebhookResponse.text(why).withStatus(403);
    }
}
