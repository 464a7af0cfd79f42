package dev.parlance.twiml;

/** A queue of callers. The first one is connected. */
public final class DialQueue extends Element<DialQueue> {
    DialQueue(Element<?> parent) {
        super("Queue", parent);
    }

    /** The URL of a document that the waiting caller hears before the connection. */
    public DialQueue url(String url) {
        return put("url", url);
    }

    /** The HTTP method for that document. */
    public DialQueue method(HttpMethod method) {
        return put("method", method);
    }

    /** The SID of the TaskRouter reservation for this connection. */
    public DialQueue reservationSid(String sid) {
        return put("reservationSid", sid);
    }

    /** The worker's TaskRouter activity after the call. */
    public DialQueue postWorkActivitySid(String sid) {
        return put("postWorkActivitySid", sid);
    }
}
