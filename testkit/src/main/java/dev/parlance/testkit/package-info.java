/** Twilio on the developer's own machine: begin with {@link dev.parlance.testkit.FakeTwilio}. */
@NullMarked
package dev.parlance.testkit;

import org.jspecify.annotations.NullMarked;
