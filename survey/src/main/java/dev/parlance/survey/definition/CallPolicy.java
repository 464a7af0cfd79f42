package dev.parlance.survey.definition;

import java.time.Duration;

/**
 * How respondents are called.
 *
 * @param attempts the most attempts until somebody answers
 * @param interval the pause between attempts
 * @param ringTimeout how long to let it ring
 * @param detectMachines whether to detect answering machines; a machine gets a message, and the person is called again
 */
public record CallPolicy(int attempts, Duration interval, Duration ringTimeout, boolean detectMachines) {
    /** Three attempts, two hours apart; 30 seconds of ringing; no detection of machines. */
    public static final CallPolicy DEFAULT = new CallPolicy(3, Duration.ofHours(2), Duration.ofSeconds(30), false);
}
