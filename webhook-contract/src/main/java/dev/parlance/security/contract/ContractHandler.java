package dev.parlance.security.contract;

import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;

/** Returns an account of the request, or one of the responses that an adapter must pass on unchanged. */
final class ContractHandler implements WebhookHandler {
    private static final String RESPONSES = "/responses/";

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        int name = request.path().lastIndexOf(RESPONSES);
        return name < 0
                ? WebhookResponse.text(Account.of(request).toString())
                : named(request.path().substring(name + RESPONSES.length()));
    }

    private static WebhookResponse named(String response) {
        return switch (response) {
            case "twiml" -> WebhookResponse.of(MessageTwiml.reply("¿Qué? <&> 你好 😀"));
            case "json" -> WebhookResponse.json("{\"ok\":true}").withStatus(201);
            case "later" -> WebhookResponse.text("Später.").withStatus(503).withHeader("Retry-After", "5");
            case "empty" -> WebhookResponse.noContent();
            case "exception" -> throw new WebhookException(409, "Refused by the handler: ñ.");
            default -> throw new IllegalArgumentException("There is no response with this name");
        };
    }

    /** The response that must arrive at the sender. */
    static WebhookResponse expected(String response) {
        return new ContractHandler().respond(WebhookRequest.post("http://hooks.example.com" + RESPONSES + response));
    }
}
