/** The log of the fake: everything that happened, in order. */
@NullMarked
package dev.parlance.testkit.log;

import org.jspecify.annotations.NullMarked;
