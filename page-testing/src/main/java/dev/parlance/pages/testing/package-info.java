/** A browser for the tests of Parlance's own pages. */
@NullMarked
package dev.parlance.pages.testing;

import org.jspecify.annotations.NullMarked;
