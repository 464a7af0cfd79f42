package dev.parlance.examples.calls;

import dev.parlance.pages.PageFiles;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;
import java.util.stream.Stream;

/** Serves the files of the page. Its script can only connect to this application and to Twilio. */
final class Page {
    private Page() {}

    /**
     * Adds the page.
     *
     * @param gateway the URL of a fake that the page can also connect to
     */
    static void addTo(Router router, Optional<String> gateway) {
        String[] servers = Stream.concat(Stream.of("wss://*.twilio.com", "https://*.twilio.com"), gateway.stream())
                .toArray(String[]::new);
        // snippet: page
        PageFiles.of(
                        Page.class::getResourceAsStream,
                        "phone.html",
                        "phone.css",
                        "phone.js",
                        "sign-in.js",
                        "line.js",
                        "devices.js",
                        "words.js",
                        "twilio.min.js") // Maven fetches it with npm
                .withMediaFrom("mediastream:")
                .withConnectionsTo(servers)
                .addTo(router, "/");
        PageFiles.design().addTo(router, "/design/");
        // end
        WebhookResponse ring = WebhookResponse.bytes("audio/wav", Tone.ring());
        WebhookResponse key = WebhookResponse.bytes("audio/wav", Tone.key());
        router.get("/ring.wav", request -> ring).get("/key.wav", request -> key);
    }
}
