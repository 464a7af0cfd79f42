/**
 * The signed requests that every server adapter must answer correctly: {@link
 * dev.parlance.security.contract.SignedRequestsContract}. Add JUnit to your test dependencies yourself.
 *
 * <pre>{@code
 * class MyAdapterTest extends SignedRequestsContract {
 *     @Override protected RunningAdapter start(ContractSetup setup) {
 *         WebhookServer server = WebhookServer.start(0, setup.signedWebhooks().handler(setup.handler()));
 *         return new RunningAdapter(server.url(), server);
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.security.contract;

import org.jspecify.annotations.NullMarked;
