package dev.parlance.bot;

import dev.parlance.webhook.WebhookRequest;

/** Reads the verified webhooks of a platform. */
interface Source {
    /** Returns the response and the work to do after it. Makes no requests and does not block. */
    WebhookResult read(WebhookRequest request);
}
