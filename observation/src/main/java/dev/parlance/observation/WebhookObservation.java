package dev.parlance.observation;

import dev.parlance.observation.ParlanceObservation.Keys;
import dev.parlance.webhook.WebhookRequest;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/**
 * The observation of one webhook, from its start to {@link #stop}. For servers and frameworks that don't use {@code
 * WebhookHandler}.
 *
 * <pre>{@code
 * WebhookObservation webhook = observations.start(request);
 * Observation.Scope scope = webhook.openScope();
 * int status = 500;
 * try {
 *     status = router.respond(request).status();
 * } finally {
 *     scope.close();
 *     webhook.stop(status);
 * }
 * }</pre>
 */
public final class WebhookObservation {
    private final Observed observed;
    private final Observation observation;

    private WebhookObservation(Observed observed) {
        this.observed = observed;
        this.observation = observed.start();
    }

    static WebhookObservation start(WebhookRequest request, ObservationRegistry registry) {
        return new WebhookObservation(observed(request, registry));
    }

    static Observed observed(WebhookRequest request, ObservationRegistry registry) {
        WebhookKind kind = WebhookKind.of(request);
        return Observed.of(ParlanceObservation.WEBHOOK, registry)
                .with(Keys.KIND, Words.of(kind))
                .with(Keys.CHANNEL, kind.channel(request));
    }

    /** Makes it the current observation of this thread, until the scope is closed. */
    public Observation.Scope openScope() {
        return observation.openScope();
    }

    /** The observation itself, for the context of a reactive framework. */
    public Observation observation() {
        return observation;
    }

    /** Adds the failure of whatever answers the webhook. */
    public void error(Throwable failure) {
        observation.error(failure);
    }

    /** Ends it with the status of the response. */
    public void stop(int status) {
        observed.with(Outcome.ofStatus(status));
        observation.stop();
    }
}
