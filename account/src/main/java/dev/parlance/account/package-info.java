/**
 * A Twilio account: sends texts, places calls, reads the message log, sets webhooks, and signs access tokens. Start with {@link
 * dev.parlance.account.TwilioAccount}.
 *
 * <pre>{@code
 * try (TwilioAccount account = TwilioAccount.open(AccountSettings.from(Settings.standard()))) {
 *     Receipt receipt = account.send(TextMessage.to(Address.of("+15005550006"), "Your table is ready."));
 *     account.messages().get(receipt.sid()).ifPresent(System.out::println);
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.account;

import org.jspecify.annotations.NullMarked;
