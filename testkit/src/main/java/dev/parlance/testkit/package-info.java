/** A fake Twilio on your machine. Start with {@link dev.parlance.testkit.FakeTwilio}. */
@NullMarked
package dev.parlance.testkit;

import org.jspecify.annotations.NullMarked;
