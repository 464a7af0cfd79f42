package dev.parlance.examples.calls;

import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The files of the page. */
final class Page {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8");

    /** What the page may load and reach: itself, Twilio, and where it is tried out, this machine. */
    private static final String POLICY =
            "default-src 'self'; media-src 'self' blob: mediastream: https://sdk.twilio.com;"
                    + " connect-src 'self' wss://*.twilio.com https://*.twilio.com https://sdk.twilio.com ws://localhost:*;"
                    + " img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    private Page() {}

    static void addTo(Router router) {
        WebhookResponse index = file("phone.html").withHeader("Content-Security-Policy", POLICY);
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
                throw new IllegalStateException(name + " is not there: build with Maven, which fetches the SDK by npm");
            }
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            return WebhookResponse.bytes(type, in.readAllBytes()).withHeader("Cache-Control", "no-cache");
        } catch (IOException e) {
            throw new UncheckedIOException("The page's " + name + " cannot be read", e);
        }
    }
}
