package dev.parlance.survey.definition;

import java.time.Duration;

/**
 * How respondents are called.
 *
 * @param attempts the most attempts until somebody answers
 * @param every the pause between attempts
 * @param ringFor how long to let it ring
 * @param detectMachines whether to detect answering machines; a machine gets a message, and the person is called again
 */
public record Calls(int attempts, Duration every, Duration ringFor, boolean detectMachines) {
    /** Three attempts, two hours apart; 30 seconds of ringing; no detection of machines. */
    public static final Calls DEFAULT = new Calls(3, Duration.ofHours(2), Duration.ofSeconds(30), false);
}
