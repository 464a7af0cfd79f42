package dev.parlance.simulator;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What an application has to do with the fake's clock.
 *
 * @param whenTimePasses listeners for jumps of the clock
 * @param upcoming what the application will do by itself
 */
record Timing(List<Consumer<Instant>> whenTimePasses, List<Supplier<List<Upcoming>>> upcoming) {}
