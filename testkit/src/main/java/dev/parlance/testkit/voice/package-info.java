/** Runs TwiML on calls, and simulates the people on the phone. */
@NullMarked
package dev.parlance.testkit.voice;

import org.jspecify.annotations.NullMarked;
