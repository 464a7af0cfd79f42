/** File parsers and hashes that several packages share. Not for applications. */
@NullMarked
package dev.parlance.internal;

import org.jspecify.annotations.NullMarked;
