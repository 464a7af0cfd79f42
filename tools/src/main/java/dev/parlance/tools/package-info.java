/** The {@code parlance} command. */
@NullMarked
package dev.parlance.tools;

import org.jspecify.annotations.NullMarked;
