/** Readers of files that more than one package needs. Not exported. */
@NullMarked
package dev.parlance.internal;

import org.jspecify.annotations.NullMarked;
