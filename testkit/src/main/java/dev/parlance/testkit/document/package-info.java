/** TwiML as Twilio reads it. */
@NullMarked
package dev.parlance.testkit.document;

import org.jspecify.annotations.NullMarked;
