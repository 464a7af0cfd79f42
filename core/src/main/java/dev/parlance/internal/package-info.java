/** File parsers that several packages share. Not exported. */
@NullMarked
package dev.parlance.internal;

import org.jspecify.annotations.NullMarked;
