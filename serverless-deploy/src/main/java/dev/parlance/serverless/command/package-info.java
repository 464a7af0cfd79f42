/**
 * The {@code parlance-serverless} command. It has no API: from Java, use {@link dev.parlance.serverless.ServerlessDeployer}.
 *
 * <pre>
 * java -jar parlance-serverless.jar plan
 * </pre>
 */
@NullMarked
package dev.parlance.serverless.command;

import org.jspecify.annotations.NullMarked;
