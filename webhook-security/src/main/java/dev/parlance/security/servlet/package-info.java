/**
 * Signed webhooks in a servlet container: {@link dev.parlance.security.servlet.SignatureFilter} protects any servlet or
 * controller, {@link dev.parlance.security.servlet.WebhookServlet} runs a {@link dev.parlance.webhook.WebhookHandler}.
 *
 * <pre>{@code
 * context.addServlet("webhooks", WebhookServlet.of(signed.handler(router))).addMapping("/hooks/*");
 * }</pre>
 */
@NullMarked
package dev.parlance.security.servlet;

import org.jspecify.annotations.NullMarked;
