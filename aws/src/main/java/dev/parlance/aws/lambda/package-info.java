/**
 * {@link dev.parlance.aws.lambda.LambdaWebhook}: webhooks on AWS Lambda, behind API Gateway, a function URL or a load balancer.
 */
@NullMarked
package dev.parlance.aws.lambda;

import org.jspecify.annotations.NullMarked;
