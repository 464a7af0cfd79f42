package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;

/**
 * A request that was checked: the one to be answered, or the refusal to be sent.
 *
 * <pre>{@code
 * Checked checked = signed.check(request);
 * return checked.isAccepted() ? handler.respond(checked.request()) : checked.refusal();
 * }</pre>
 */
public final class Checked {
    private final WebhookRequest request;
    private final Verdict verdict;
    private final WebhookResponse refusal;
    private final Runnable forget;

    Checked(WebhookRequest request, Verdict verdict, WebhookResponse refusal, Runnable forget) {
        this.request = request;
        this.verdict = verdict;
        this.refusal = refusal;
        this.forget = forget;
    }

    /** Whether the request may be answered. */
    public boolean isAccepted() {
        return verdict.isAccepted();
    }

    /** Why it may be answered or not, for the log. */
    public Verdict verdict() {
        return verdict;
    }

    /** The request, with the URL as its sender saw it and marked if it is a repeat. */
    public WebhookRequest request() {
        return request;
    }

    /** What a sender gets who is refused: a status, and no reason. */
    public WebhookResponse refusal() {
        return refusal;
    }

    /** To be called where an accepted request could not be answered: when it comes again, it is no repeat. */
    public void failed() {
        forget.run();
    }
}
