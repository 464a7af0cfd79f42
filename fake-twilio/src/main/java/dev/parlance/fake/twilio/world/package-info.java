/** The state of the fake: accounts, their resources, the log and the clock; and the sending of webhooks. */
@NullMarked
package dev.parlance.fake.twilio.world;

import org.jspecify.annotations.NullMarked;
