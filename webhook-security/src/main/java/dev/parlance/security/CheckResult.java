package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;

/**
 * The result of checking a request: the request to answer, or the refusal to send.
 *
 * <pre>{@code
 * CheckResult result = signed.check(request);
 * WebhookResponse response = result.isAccepted() ? router.respond(result.request()) : result.refusal();
 * }</pre>
 */
public final class CheckResult {
    private final WebhookRequest request;
    private final Verdict verdict;
    private final WebhookResponse refusal;
    private final Runnable forget;

    CheckResult(WebhookRequest request, Verdict verdict, WebhookResponse refusal, Runnable forget) {
        this.request = request;
        this.verdict = verdict;
        this.refusal = refusal;
        this.forget = forget;
    }

    /** Whether the request may be answered. */
    public boolean isAccepted() {
        return verdict.isAccepted();
    }

    /** The verdict with its reason, for the log. */
    public Verdict verdict() {
        return verdict;
    }

    /** The request, with the URL as its sender saw it, marked if it is a repeat. */
    public WebhookRequest request() {
        return request;
    }

    /** The response to a refused sender: a status without a reason. */
    public WebhookResponse refusal() {
        return refusal;
    }

    /** Call this when an accepted request could not be answered, so that its retry does not count as a repeat. */
    public void handlerFailed() {
        forget.run();
    }
}
