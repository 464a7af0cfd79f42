/**
 * A Twilio account. Start with {@link dev.parlance.account.TwilioAccount}: it sends texts, places calls, reads the message
 * log, configures the account's numbers, and signs access tokens.
 */
@NullMarked
package dev.parlance.account;

import org.jspecify.annotations.NullMarked;
