package dev.parlance.fake;

import java.io.Serial;

/** Prints a log below a test failure. */
final class LogOfFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    LogOfFailure(String log) {
        super(log, null, false, false);
    }
}
