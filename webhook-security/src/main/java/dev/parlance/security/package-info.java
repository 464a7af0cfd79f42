/**
 * Who may call: signatures of Twilio and Slack, their secrets while they change, the URL as its sender saw it, repeats.
 *
 * <p>{@link dev.parlance.security.Signed} is where to begin; for a servlet container, the filter in
 * {@code dev.parlance.security.servlet}.
 */
@NullMarked
package dev.parlance.security;

import org.jspecify.annotations.NullMarked;
