package dev.parlance.survey;

import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;

/** Documents as texts: a session remembers them, and a repeated webhook gets the very same. */
final class Twiml {
    private Twiml() {}

    static String text(dev.parlance.twiml.Twiml document) {
        return new String(document.toBytes(), StandardCharsets.UTF_8);
    }

    /** A reply that is forgotten says nothing. */
    static WebhookResponse response(String document) {
        String body = document.isEmpty() ? "<Response/>" : document;
        return WebhookResponse.bytes("text/xml; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }
}
