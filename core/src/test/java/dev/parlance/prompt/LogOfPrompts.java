package dev.parlance.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Collects what {@link Prompts} logs on this test's thread. */
final class LogOfPrompts extends Handler {
    private static final Logger LOG = Logger.getLogger(Prompts.class.getName());

    private final List<String> lines = new ArrayList<>();
    private final long thread = Thread.currentThread().getId();

    private LogOfPrompts() {}

    static List<String> during(Runnable action) {
        LogOfPrompts log = new LogOfPrompts();
        LOG.addHandler(log);
        try {
            action.run();
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
