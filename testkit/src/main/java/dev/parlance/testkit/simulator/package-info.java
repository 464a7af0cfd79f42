/** The simulator's page, and what stands behind it: a person before the fake. */
@NullMarked
package dev.parlance.testkit.simulator;

import org.jspecify.annotations.NullMarked;
