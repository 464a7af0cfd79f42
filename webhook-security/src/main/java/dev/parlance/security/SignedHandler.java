package dev.parlance.security;

import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;

/** Passes signed requests to a handler and refuses the rest. */
record SignedHandler(SignedWebhooks signed, WebhookHandler handler) implements WebhookHandler {
    @Override
    public Optional<WebhookResponse> refusal(WebhookRequest head) {
        return signed.checkHead(head).map(CheckResult::refusal).or(() -> handler.refusal(head));
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        CheckResult result = signed.check(request);
        return result.isAccepted() ? answer(result) : result.refusal();
    }

    private WebhookResponse answer(CheckResult result) {
        boolean answered = false;
        try {
            WebhookResponse response = handler.handle(result.request());
            answered = response.status() < 500;
            return response;
        } catch (WebhookException e) {
            answered = e.status() < 500;
            throw e;
        } finally {
            if (!answered) {
                result.handlerFailed();
            }
        }
    }
}
