/** Your application's settings: sources, checks, and secrets that don't leak. */
@NullMarked
package dev.parlance.settings;

import org.jspecify.annotations.NullMarked;
