/**
 * Deploys Twilio Functions and Assets. Start with {@link dev.parlance.serverless.ServerlessDeployer}. To manage what is
 * already deployed, use {@link dev.parlance.serverless.Serverless}.
 */
@NullMarked
package dev.parlance.serverless;

import org.jspecify.annotations.NullMarked;
