/** Phones in browsers: the signalling for Twilio's Voice SDK, and media between pages. */
@NullMarked
package dev.parlance.testkit.browser;

import org.jspecify.annotations.NullMarked;
