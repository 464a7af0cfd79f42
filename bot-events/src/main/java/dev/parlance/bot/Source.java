package dev.parlance.bot;

import dev.parlance.webhook.WebhookRequest;

/** Where webhooks come from: reads one whose signature is right. */
interface Source {
    /** What is to be answered and done; no request is made and nothing waited for. */
    Arrival read(WebhookRequest request);
}
