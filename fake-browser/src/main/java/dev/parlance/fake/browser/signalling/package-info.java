/** The signalling for Twilio's Voice SDK, and media between pages. */
@NullMarked
package dev.parlance.fake.browser.signalling;

import org.jspecify.annotations.NullMarked;
