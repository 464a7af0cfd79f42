package dev.parlance.twiml;

import java.util.function.Consumer;

/** Puts the caller into a named queue, or into a TaskRouter workflow. */
public final class Enqueue extends Element<Enqueue> {
    Enqueue(Element<?> parent) {
        super("Enqueue", parent);
    }

    /** The URL that returns the TwiML to carry out after the queue. */
    public Enqueue action(String url) {
        return put("action", url);
    }

    /** The HTTP method for the action. */
    public Enqueue method(HttpMethod method) {
        return put("method", method);
    }

    /** The URL of the TwiML that the caller hears while waiting. */
    public Enqueue waitUrl(String url) {
        return put("waitUrl", url);
    }

    /** The HTTP method for {@link #waitUrl}. */
    public Enqueue waitUrlMethod(HttpMethod method) {
        return put("waitUrlMethod", method);
    }

    /** The maximum number of waiting callers. */
    public Enqueue maxQueueSize(int most) {
        return put("maxQueueSize", most);
    }

    /** The TaskRouter workflow that assigns the task. */
    public Enqueue workflowSid(String sid) {
        return put("workflowSid", sid);
    }

    /** The queue's name. Set it after the attributes, and not together with a task. */
    public Enqueue queue(String name) {
        return addText(name);
    }

    /** The task's attributes in JSON. */
    public Enqueue task(String json) {
        return child("Task", json);
    }

    /** The task's attributes in JSON, with a priority or a timeout. */
    public Enqueue task(String json, Consumer<? super Task> attributes) {
        return child(new Task(this), attributes, json);
    }
}
