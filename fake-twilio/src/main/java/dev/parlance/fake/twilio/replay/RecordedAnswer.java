package dev.parlance.fake.twilio.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;

/**
 * The answer to a recorded request, with its personal values masked.
 *
 * @param contentType the content type without parameters, or an empty string
 * @param retryAfter the header {@code Retry-After}, or an empty string
 * @param body the body if it is JSON, or a missing node; a recording has no other bodies
 */
record RecordedAnswer(int status, String contentType, String retryAfter, JsonNode body) {
    WebhookResponse response() {
        byte[] bytes = body.isMissingNode() ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
        WebhookResponse response = contentType.isEmpty()
                ? WebhookResponse.noContent().withStatus(status)
                : WebhookResponse.bytes(contentType, bytes).withStatus(status);
        return retryAfter.isEmpty() ? response : response.withHeader("Retry-After", retryAfter);
    }
}
