/**
 * How people are reached: the ports {@link dev.parlance.outbound.TextSender} and
 * {@link dev.parlance.outbound.CallPlacer}. The account on Twilio implements both; so can a test or another carrier.
 */
@NullMarked
package dev.parlance.outbound;

import org.jspecify.annotations.NullMarked;
