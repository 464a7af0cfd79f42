/** An application's settings: where they come from, how they are checked, and secrets that do not leak. */
@NullMarked
package dev.parlance.settings;

import org.jspecify.annotations.NullMarked;
