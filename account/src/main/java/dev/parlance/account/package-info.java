/**
 * An account at Twilio. Begin at {@link dev.parlance.account.TwilioAccount}: it sends texts, places calls, reads the
 * message log, sets what the account's numbers do, and signs access tokens.
 */
@NullMarked
package dev.parlance.account;

import org.jspecify.annotations.NullMarked;
