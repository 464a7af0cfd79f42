/** The state of the fake: accounts, what they own, what happened, its clock, and the way to the application. */
@NullMarked
package dev.parlance.testkit.world;

import org.jspecify.annotations.NullMarked;
