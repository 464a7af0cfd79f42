/** File parsers and retries that several packages share. Not exported to applications. */
@NullMarked
package dev.parlance.internal;

import org.jspecify.annotations.NullMarked;
