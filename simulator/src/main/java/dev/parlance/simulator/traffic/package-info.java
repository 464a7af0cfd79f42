/**
 * The traffic between Twilio and the application: what happened, in order of beginning, and what can be exported of it. Start with
 * {@link dev.parlance.simulator.traffic.TrafficLog}.
 */
@NullMarked
package dev.parlance.simulator.traffic;

import org.jspecify.annotations.NullMarked;
