package dev.parlance.survey;

import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;

/** Converts TwiML to and from the text that a session stores for repeated webhooks. */
final class Twiml {
    private Twiml() {}

    static String text(dev.parlance.twiml.Twiml document) {
        return new String(document.toBytes(), StandardCharsets.UTF_8);
    }

    /** The response to a webhook; an empty document says nothing. */
    static WebhookResponse response(String document) {
        String body = document.isEmpty() ? "<Response/>" : document;
        return WebhookResponse.bytes("text/xml; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }
}
