package dev.parlance.simulator;

import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The page's files. They load nothing from other sites. */
final class PageFiles {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data: http://localhost:* http://127.0.0.1:*;"
                    + " media-src 'self' http://localhost:* http://127.0.0.1:*;"
                    + " frame-ancestors 'none'; form-action 'none'; base-uri 'none'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private PageFiles() {}

    static void addTo(Router router) {
        WebhookResponse index = file("simulator.html").withHeader("Content-Security-Policy", POLICY);
        router.get("/", request -> index);
        for (String name : new String[] {
            "simulator.css",
            "simulator.js",
            "phones.js",
            "rich.js",
            "calls.js",
            "exchanges.js",
            "sequence.js",
            "dom.js",
            "icon.svg"
        }) {
            WebhookResponse file = file(name);
            router.get("/" + name, request -> file);
        }
    }

    private static WebhookResponse file(String name) {
        try (InputStream in = Objects.requireNonNull(PageFiles.class.getResourceAsStream(name), name)) {
            String type = Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
            return WebhookResponse.bytes(type, in.readAllBytes()).withHeader("Cache-Control", "no-cache");
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the simulator's " + name, e);
        }
    }
}
