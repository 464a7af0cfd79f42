/** Parses and validates TwiML as Twilio does. */
@NullMarked
package dev.parlance.testkit.document;

import org.jspecify.annotations.NullMarked;
