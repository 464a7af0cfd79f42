/**
 * The simulator: a page with phones that text and call an application. Start with {@link dev.parlance.simulator.Simulator}.
 *
 * <pre>{@code
 * Simulator simulator = Simulator.of(twilio).person("+15005550006", "Ana").open(8025);
 * }</pre>
 */
@NullMarked
package dev.parlance.simulator;

import org.jspecify.annotations.NullMarked;
