/** The simulator: a page for using the fake by hand. */
@NullMarked
package dev.parlance.testkit.simulator;

import org.jspecify.annotations.NullMarked;
