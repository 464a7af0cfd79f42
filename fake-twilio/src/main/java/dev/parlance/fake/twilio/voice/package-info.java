/** Runs TwiML on calls, and simulates the people on the phone. */
@NullMarked
package dev.parlance.fake.twilio.voice;

import org.jspecify.annotations.NullMarked;
