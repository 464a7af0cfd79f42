/** Parses and validates TwiML as Twilio does. */
@NullMarked
package dev.parlance.fake.twilio.document;

import org.jspecify.annotations.NullMarked;
