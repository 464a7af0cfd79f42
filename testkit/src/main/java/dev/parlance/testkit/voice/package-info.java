/** Calls: TwiML as a phone call runs it, and the people on the phone. */
@NullMarked
package dev.parlance.testkit.voice;

import org.jspecify.annotations.NullMarked;
