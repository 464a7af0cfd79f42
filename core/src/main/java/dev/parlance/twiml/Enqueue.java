package dev.parlance.twiml;

import java.util.function.Consumer;

/** Puts the caller into a queue by its name, or into a workflow with a task. */
public final class Enqueue extends Element<Enqueue> {
    Enqueue(Element<?> parent) {
        super("Enqueue", parent);
    }

    /** The URL that answers what happens after the queue. */
    public Enqueue action(String url) {
        return put("action", url);
    }

    /** How the action is requested. */
    public Enqueue method(HttpMethod method) {
        return put("method", method);
    }

    /** The URL of what is heard while waiting. */
    public Enqueue waitUrl(String url) {
        return put("waitUrl", url);
    }

    /** How that is requested. */
    public Enqueue waitUrlMethod(HttpMethod method) {
        return put("waitUrlMethod", method);
    }

    /** How many may wait. */
    public Enqueue maxQueueSize(int most) {
        return put("maxQueueSize", most);
    }

    /** The workflow of TaskRouter that finds somebody for the task. */
    public Enqueue workflowSid(String sid) {
        return put("workflowSid", sid);
    }

    /** The queue's name: after the attributes, and not with a task. */
    public Enqueue queue(String name) {
        return addText(name);
    }

    /** The task's attributes, in JSON. */
    public Enqueue task(String json) {
        return child("Task", json);
    }

    /** The task's attributes, in JSON, and how urgent it is. */
    public Enqueue task(String json, Consumer<? super Task> attributes) {
        return child(new Task(this), attributes, json);
    }
}
