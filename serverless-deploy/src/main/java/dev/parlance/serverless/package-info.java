/**
 * Deploys Twilio Functions and Assets. Begin with {@link dev.parlance.serverless.ServerlessDeployer}; for what already
 * runs, with {@link dev.parlance.serverless.Serverless}.
 */
@NullMarked
package dev.parlance.serverless;

import org.jspecify.annotations.NullMarked;
