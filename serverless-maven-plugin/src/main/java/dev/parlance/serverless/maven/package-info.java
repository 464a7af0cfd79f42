/**
 * Maven goals that deploy Twilio Functions and Assets. From Java, use {@link dev.parlance.serverless.ServerlessDeployer}.
 *
 * <pre>
 * ./mvnw parlance-serverless:plan
 * </pre>
 */
@NullMarked
package dev.parlance.serverless.maven;

import org.jspecify.annotations.NullMarked;
