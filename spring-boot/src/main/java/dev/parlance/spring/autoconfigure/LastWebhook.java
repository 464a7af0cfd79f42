package dev.parlance.spring.autoconfigure;

import dev.parlance.security.SignatureListener;
import dev.parlance.security.Verdict;
import dev.parlance.webhook.WebhookRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers when Twilio last sent a webhook to this node. */
final class LastWebhook implements SignatureListener {
    private final Clock clock;
    private volatile @Nullable Instant time;

    LastWebhook(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void checked(WebhookRequest request, Verdict verdict) {
        if (verdict.isAccepted()) {
            time = clock.instant();
        }
    }

    /** The time; empty before the first one. */
    Optional<Instant> time() {
        return Optional.ofNullable(time);
    }
}
