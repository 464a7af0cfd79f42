/** Phones in browsers: the signalling that their SDK speaks, and a way for their media. */
@NullMarked
package dev.parlance.testkit.browser;

import org.jspecify.annotations.NullMarked;
