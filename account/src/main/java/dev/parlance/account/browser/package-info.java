/**
 * Calls from and to browsers. {@link dev.parlance.account.browser.TokenEndpoint} gives tokens to signed-in users, {@link
 * dev.parlance.account.browser.OutgoingCalls} dials what a {@link dev.parlance.account.browser.DialPlan} allows, {@link
 * dev.parlance.account.browser.IncomingCalls} rings browsers.
 *
 * <pre>{@code
 * DialPlan plan = DialPlan.allow("FR", "ES").withHomeCountry("FR");
 * SignedWebhooks signed = SignedWebhooks.verifiedBy(signature);
 * router.post("/api/token/generate", TokenEndpoint.of(account, page -> page.headers().first("X-Signed-In-User")))
 *         .post("/hooks/call/connect", signed.handler(OutgoingCalls.of(account, plan, Address.of("+33123456789"))))
 *         .post("/hooks/voice", signed.handler(IncomingCalls.ring("ana", "luc").withVoicemail()));
 * }</pre>
 */
@NullMarked
package dev.parlance.account.browser;

import org.jspecify.annotations.NullMarked;
