package dev.parlance.twiml;

/** A queue of callers, of whom the first is connected. */
public final class DialQueue extends Element<DialQueue> {
    DialQueue(Element<?> parent) {
        super("Queue", parent);
    }

    /** The URL of a document that the one who waited hears first. */
    public DialQueue url(String url) {
        return put("url", url);
    }

    /** How that document is requested. */
    public DialQueue method(HttpMethod method) {
        return put("method", method);
    }

    /** The reservation of TaskRouter that brings them together. */
    public DialQueue reservationSid(String sid) {
        return put("reservationSid", sid);
    }

    /** The activity that the worker has afterwards. */
    public DialQueue postWorkActivitySid(String sid) {
        return put("postWorkActivitySid", sid);
    }
}
