/**
 * Signed webhooks in a servlet container: a filter for any servlet or controller, and a servlet that runs a
 * {@link dev.parlance.webhook.WebhookHandler}.
 */
@NullMarked
package dev.parlance.security.servlet;

import org.jspecify.annotations.NullMarked;
