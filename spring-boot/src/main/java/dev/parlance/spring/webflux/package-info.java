/**
 * Signed webhooks in WebFlux. The starter configures all of it; without Spring Boot, begin with {@link
 * dev.parlance.spring.webflux.SignatureWebFilter}. {@link dev.parlance.spring.webflux.WebhookWebHandler} runs a {@link
 * dev.parlance.webhook.WebhookHandler}.
 *
 * <pre>{@code
 * WebFilter filter = SignatureWebFilter.of(SignedWebhooks.verifiedBy(signature));
 * WebHandler handler = WebhookWebHandler.of(router);
 * }</pre>
 */
@NullMarked
package dev.parlance.spring.webflux;

import org.jspecify.annotations.NullMarked;
