/** Recordings of what an API answered, with everything personal and secret masked. */
@NullMarked
package dev.parlance.fake.twilio.replay;

import org.jspecify.annotations.NullMarked;
