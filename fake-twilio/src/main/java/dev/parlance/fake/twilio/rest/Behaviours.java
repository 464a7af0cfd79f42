package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;

/** The operations with behaviour. */
interface Behaviours {
    /** The response to a request; empty if the operation has no behaviour. */
    Optional<WebhookResponse> answer(Operation operation, WebhookRequest request);
}
