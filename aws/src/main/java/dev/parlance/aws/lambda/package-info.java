/**
 * Webhooks on AWS Lambda, behind API Gateway, a function URL or a load balancer: {@link dev.parlance.aws.lambda.LambdaWebhook}.
 *
 * <pre>{@code
 * public final class Hello extends LambdaWebhook {
 *     public Hello() {
 *         super(request -> WebhookResponse.of(MessageTwiml.reply("Hello")));
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.aws.lambda;

import org.jspecify.annotations.NullMarked;
