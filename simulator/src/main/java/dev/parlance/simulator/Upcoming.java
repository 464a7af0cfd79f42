package dev.parlance.simulator;

import java.time.Instant;

/**
 * Something that will happen at a time, such as a reminder. The page's timeline shows it.
 *
 * @param at the time, on the fake's clock
 * @param what what will happen: {@code reminder}
 * @param who the number of the person whom it concerns, or empty
 */
public record Upcoming(Instant at, String what, String who) {}
