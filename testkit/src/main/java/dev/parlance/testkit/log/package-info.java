/** What happened at the fake, in the order in which it happened. */
@NullMarked
package dev.parlance.testkit.log;

import org.jspecify.annotations.NullMarked;
