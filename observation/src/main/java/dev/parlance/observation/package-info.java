/**
 * Metrics and traces through Micrometer. Start with {@link dev.parlance.observation.Observations}; {@link
 * dev.parlance.observation.ParlanceObservation} lists what is observed.
 */
@NullMarked
package dev.parlance.observation;

import org.jspecify.annotations.NullMarked;
