/**
 * Metrics and traces through Micrometer. Start with {@link dev.parlance.observation.Observations}; {@link
 * dev.parlance.observation.ParlanceObservation} lists what is observed.
 *
 * <pre>{@code
 * WebhookHandler observed = Observations.in(registry).webhooks(router);
 * }</pre>
 */
@NullMarked
package dev.parlance.observation;

import org.jspecify.annotations.NullMarked;
