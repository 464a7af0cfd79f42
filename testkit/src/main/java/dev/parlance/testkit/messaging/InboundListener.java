package dev.parlance.testkit.messaging;

import dev.parlance.testkit.world.Resource;

/** Somebody who may take a person's text, so that the number's own webhook is not asked. */
public interface InboundListener {
    boolean takes(Resource message);
}
