package dev.parlance.twiml;

import java.time.Duration;

/** A task that TaskRouter assigns to a worker. */
public final class Task extends Element<Task> {
    Task(Element<?> parent) {
        super("Task", parent);
    }

    /** The priority. Tasks with a higher priority come first. */
    public Task priority(int priority) {
        return put("priority", priority);
    }

    /** How long the task lives, in whole seconds. */
    public Task timeout(Duration life) {
        return put("timeout", life);
    }
}
