package dev.parlance.pages;

import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.regex.Pattern;

/**
 * Protects a page on this machine from other sites in the same browser. They can't read it through a DNS name that resolves to this
 * machine, and can't trigger actions.
 *
 * <pre>{@code
 * InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080);
 * WebhookServer.start(here, WebhookServer.DEFAULT_BODY_LIMIT, new LocalPageOnly("simulator", router));
 * }</pre>
 */
public final class LocalPageOnly implements WebhookHandler {
    private static final Pattern LOCAL = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?");

    private final String name;
    private final WebhookHandler page;

    /**
     * Protects a page.
     *
     * @param name what it is, for the person who is refused: {@code simulator}
     */
    public LocalPageOnly(String name, WebhookHandler page) {
        this.name = name;
        this.page = page;
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        String host = request.header("Host").orElse("");
        if (!LOCAL.matcher(host).matches()) {
            return refused("The " + name + " answers only at localhost.");
        }
        if (request.method().equals("POST") && !isFromThePage(request, host)) {
            return refused("Only the " + name + "'s page, or a program that sends JSON, can do this.");
        }
        return page.handle(request)
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** For JSON, a browser asks for permission before it sends another site's request. The page never grants it. */
    private static boolean isFromThePage(WebhookRequest request, String host) {
        boolean isJson = request.header("Content-Type").orElse("").startsWith("application/json");
        String origin = request.header("Origin").orElse("");
        return isJson && (origin.isEmpty() || origin.equals("http://" + host));
    }

    private static WebhookResponse refused(String why) {
        return WebhookResponse.text(why).withStatus(403);
    }
}
