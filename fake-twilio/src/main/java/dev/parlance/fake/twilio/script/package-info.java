/** Conversations in text files, for the test kit and the simulator. */
@NullMarked
package dev.parlance.fake.twilio.script;

import org.jspecify.annotations.NullMarked;
