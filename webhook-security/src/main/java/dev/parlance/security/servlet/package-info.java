/**
 * Signed webhooks in a servlet container. Start with {@link dev.parlance.security.servlet.SignatureFilter}, for any servlet or
 * controller; {@link dev.parlance.security.servlet.WebhookServlet} runs a {@link dev.parlance.webhook.WebhookHandler}.
 *
 * <pre>{@code
 * Filter filter = SignatureFilter.of(SignedWebhooks.verifiedBy(signature));
 * Servlet servlet = WebhookServlet.of(router);
 * }</pre>
 */
@NullMarked
package dev.parlance.security.servlet;

import org.jspecify.annotations.NullMarked;
