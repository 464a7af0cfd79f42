/**
 * Verifies webhooks: signatures of Twilio and Slack, rotation of secrets, the URL behind a proxy, and repeats.
 *
 * <p>Start with {@link dev.parlance.security.Signed}; in a servlet container, with the filter in
 * {@code dev.parlance.security.servlet}.
 */
@NullMarked
package dev.parlance.security;

import org.jspecify.annotations.NullMarked;
