/**
 * What happened in the fake: API requests, webhooks, alerts of Twilio's debugger, and messages of browser calls. Start with {@link
 * dev.parlance.fake.twilio.log.Log}.
 *
 * <pre>{@code
 * WebhookExchange last = twilio.log().webhooks().get(0);
 * assertThat(last.status()).isEqualTo(200);
 * }</pre>
 */
@NullMarked
package dev.parlance.fake.twilio.log;

import org.jspecify.annotations.NullMarked;
