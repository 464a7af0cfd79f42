/** Outgoing and incoming texts. */
@NullMarked
package dev.parlance.fake.twilio.messaging;

import org.jspecify.annotations.NullMarked;
