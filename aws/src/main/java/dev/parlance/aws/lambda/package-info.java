/**
 * Webhooks on AWS Lambda, behind API Gateway, a function URL or a load balancer. Extend {@link
 * dev.parlance.aws.lambda.LambdaWebhook}.
 *
 * <pre>{@code
 * public final class TextFunction extends LambdaWebhook {
 *     public TextFunction() {
 *         super(request -> WebhookResponse.text("Hello"));
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.aws.lambda;

import org.jspecify.annotations.NullMarked;
