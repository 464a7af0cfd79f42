package dev.parlance.security;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps what this test's own thread makes {@link Signed} log. */
final class LogOfSigned extends Handler {
    private static final Logger LOG = Logger.getLogger(Signed.class.getName());

    private final List<String> lines = new ArrayList<>();
    private final long thread = Thread.currentThread().getId();

    private LogOfSigned() {}

    static List<String> during(Runnable work) {
        LogOfSigned log = new LogOfSigned();
        LOG.addHandler(log);
        try {
            work.run();
        } finally {
            LOG.removeHandler(log);
        }
        return log.lines;
    }

    @Override
    public void publish(LogRecord line) {
        if (Thread.currentThread().getId() == thread) {
            lines.add(new SimpleFormatter().formatMessage(line));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
