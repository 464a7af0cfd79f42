/**
 * Sending texts and placing calls: the interfaces {@link dev.parlance.outbound.TextSender} and
 * {@link dev.parlance.outbound.CallPlacer}. Your Twilio account implements both; so can a test or another provider.
 */
@NullMarked
package dev.parlance.outbound;

import org.jspecify.annotations.NullMarked;
