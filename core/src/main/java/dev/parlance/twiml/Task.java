package dev.parlance.twiml;

import java.time.Duration;

/** What TaskRouter is to find somebody for. */
public final class Task extends Element<Task> {
    Task(Element<?> parent) {
        super("Task", parent);
    }

    /** Tasks of higher priority come first. */
    public Task priority(int priority) {
        return put("priority", priority);
    }

    /** How long the task lives; whole seconds. */
    public Task timeout(Duration life) {
        return put("timeout", life);
    }
}
