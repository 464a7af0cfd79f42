package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Agent;

/** What comes after a reply. */
public sealed interface Next {
    /** Waits for the person's answer. */
    record Wait() implements Next {}

    /** The session is over; a call hangs up. */
    record End() implements Next {}

    /**
     * Hands over to an agent. In writing, the session is over; a call comes back if nobody takes it.
     *
     * @param agent who takes over
     */
    record HandOver(Agent agent) implements Next {}
}
