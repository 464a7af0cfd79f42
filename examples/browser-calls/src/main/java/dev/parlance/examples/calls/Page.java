package dev.parlance.examples.calls;

import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serves the files of the page. */
final class Page {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8");

    /** The page can only load from and connect to itself and Twilio. */
    private static final String POLICY =
            "default-src 'self'; media-src 'self' blob: mediastream:; img-src 'self' data:;"
                    + " frame-ancestors 'none'; form-action 'self'; base-uri 'none';"
                    + " connect-src 'self' wss://*.twilio.com https://*.twilio.com";

    private Page() {}

    /**
     * Adds the page.
     *
     * @param gateway the URL of a fake that the page can also connect to
     */
    static void addTo(Router router, Optional<String> gateway) {
        String policy = POLICY + gateway.map(url -> " " + url).orElse("");
        WebhookResponse index = file("phone.html").withHeader("Content-Security-Policy", policy);
        router.get("/", request -> index);
        for (String name : List.of("phone.css", "phone.js", "words.js", "twilio.min.js")) {
            WebhookResponse file = file(name);
            router.get("/" + name, request -> file);
        }
        WebhookResponse ring = WebhookResponse.bytes("audio/wav", Tone.ring());
        WebhookResponse key = WebhookResponse.bytes("audio/wav", Tone.key());
        router.get("/ring.wav", request -> ring).get("/key.wav", request -> key);
    }

    private static WebhookResponse file(String name) {
        try (InputStream in = Page.class.getResourceAsStream("/page/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing: build with Maven, which fetches the SDK with npm");
            }
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            return WebhookResponse.bytes(type, in.readAllBytes()).withHeader("Cache-Control", "no-cache");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the page's " + name, e);
        }
    }
}
