/** The state of the fake: accounts, their resources, the log and the clock; and the sending of webhooks. */
@NullMarked
package dev.parlance.testkit.world;

import org.jspecify.annotations.NullMarked;
