/**
 * Deploys Twilio Functions and Assets, and manages what is deployed. Start with {@link
 * dev.parlance.serverless.ServerlessDeployer}; {@link dev.parlance.serverless.Serverless} finds deployed services, with their
 * builds, variables and logs; {@link dev.parlance.serverless.WebhookRoutes} points numbers at them.
 *
 * <pre>{@code
 * try (TwilioAccount account = ProjectAccount.open(Path.of("."))) {
 *     Plan plan = ServerlessDeployer.builder(account, FunctionsProject.in(Path.of("."))).build().plan();
 *     System.out.println(plan);
 *     Deployment done = plan.apply();
 *     System.out.println(done.urls());
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.serverless;

import org.jspecify.annotations.NullMarked;
