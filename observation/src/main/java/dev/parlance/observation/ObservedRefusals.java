package dev.parlance.observation;

import dev.parlance.observation.ParlanceObservation.Keys;
import dev.parlance.security.Refusal;
import dev.parlance.security.SignatureListener;
import dev.parlance.security.Verdict;
import dev.parlance.webhook.WebhookRequest;
import io.micrometer.observation.ObservationRegistry;

/** Observes refused webhooks. A class of its own, because the Java VM loads the types that it passes on. */
final class ObservedRefusals implements SignatureListener {
    private final ObservationRegistry registry;

    private ObservedRefusals(ObservationRegistry registry) {
        this.registry = registry;
    }

    static SignatureListener in(ObservationRegistry registry) {
        return new ObservedRefusals(registry);
    }

    @Override
    public void checked(WebhookRequest request, Verdict verdict) {
        verdict.refusal()
                .ifPresent(refusal -> Observed.of(ParlanceObservation.WEBHOOK, registry)
                        .with(Keys.REFUSAL, Words.of(refusal))
                        .with(refusal == Refusal.SECRETS_UNAVAILABLE ? Outcome.ERROR : Outcome.REFUSED)
                        .start()
                        .stop());
    }
}
