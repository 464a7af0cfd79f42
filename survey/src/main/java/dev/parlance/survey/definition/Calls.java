package dev.parlance.survey.definition;

import java.time.Duration;

/**
 * How people are called.
 *
 * @param attempts how often, if nobody answers
 * @param every how long to wait between
 * @param ringFor how long it rings
 * @param detectMachines whether an answering machine is told from a person: it hears a message, and is called again
 */
public record Calls(int attempts, Duration every, Duration ringFor, boolean detectMachines) {
    /** Three attempts, two hours apart. */
    public static final Calls DEFAULT = new Calls(3, Duration.ofHours(2), Duration.ofSeconds(30), false);
}
