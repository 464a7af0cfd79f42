/** The sound of calls with media streams. */
@NullMarked
package dev.parlance.fake.twilio.audio;

import org.jspecify.annotations.NullMarked;
