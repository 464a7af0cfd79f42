package dev.parlance.security;

import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;

/** Passes signed requests to a handler and refuses the rest. */
record SignedHandler(Signed signed, WebhookHandler handler) implements WebhookHandler {
    @Override
    public Optional<WebhookResponse> refusal(WebhookRequest head) {
        return signed.refusedByHead(head).map(Checked::refusal).or(() -> handler.refusal(head));
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        Checked checked = signed.check(request);
        return checked.isAccepted() ? answer(checked) : checked.refusal();
    }

    private WebhookResponse answer(Checked checked) {
        boolean answered = false;
        try {
            WebhookResponse response = handler.handle(checked.request());
            answered = response.status() < 500;
            return response;
        } catch (WebhookException e) {
            answered = e.status() < 500;
            throw e;
        } finally {
            if (!answered) {
                checked.failed();
            }
        }
    }
}
