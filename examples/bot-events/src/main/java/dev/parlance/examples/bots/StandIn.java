package dev.parlance.examples.bots;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.nio.charset.StandardCharsets;

/** A question service with a fixed answer, sent word by word, for trying out the bots. */
final class StandIn {
    private static final JsonMapper JSON = new JsonMapper();

    private StandIn() {}

    static WebhookServer start(int port) {
        return WebhookServer.start(port, StandIn::answer);
    }

    private static WebhookResponse answer(WebhookRequest request) {
        String question;
        try {
            question = JSON.readTree(request.bodyText()).path("query").asText();
        } catch (JsonProcessingException e) {
            return WebhookResponse.text("The body is not JSON.").withStatus(400);
        }
        String answer = "You asked: " + question + LineBreaks.TOKEN
                + "This is a stand-in. It has no real answers, but sends this one piece by piece.";
        return WebhookResponse.streamed("text/plain; charset=utf-8", out -> {
            for (String word : answer.split("(?<= )")) {
                out.write(word.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        });
    }
}
