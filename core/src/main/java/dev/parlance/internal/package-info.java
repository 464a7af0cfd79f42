/** File parsers, hashes and retries that several packages share. Not for applications. */
@NullMarked
package dev.parlance.internal;

import org.jspecify.annotations.NullMarked;
