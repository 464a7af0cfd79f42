package dev.parlance.fake.twilio.messaging;

import dev.parlance.fake.twilio.world.Resource;

/** Can handle an incoming text instead of the number's webhook. */
public interface InboundListener {
    /** Returns whether this listener has handled the text. */
    boolean handles(Resource message);
}
