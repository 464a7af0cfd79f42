/**
 * Signed webhooks in a servlet container: a filter before any servlet or controller, and a servlet for a
 * {@link dev.parlance.webhook.WebhookHandler}.
 */
@NullMarked
package dev.parlance.security.servlet;

import org.jspecify.annotations.NullMarked;
