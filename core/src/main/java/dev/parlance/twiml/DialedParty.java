package dev.parlance.twiml;

/**
 * A party that a {@link Dial} calls.
 *
 * @param <E> the element itself
 */
public abstract class DialedParty<E extends DialedParty<E>> extends Element<E> {
    DialedParty(String name, Element<?> parent) {
        super(name, parent);
    }

    /** The URL of a document that the called party hears before the connection. */
    public final E url(String url) {
        return put("url", url);
    }

    /** The HTTP method for that document. */
    public final E method(HttpMethod method) {
        return put("method", method);
    }

    /** The URL that receives the call's status. */
    public final E statusCallback(String url) {
        return put("statusCallback", url);
    }

    /** The HTTP method for the status callback. */
    public final E statusCallbackMethod(HttpMethod method) {
        return put("statusCallbackMethod", method);
    }

    /** The events that the status callback receives. */
    public final E statusCallbackEvents(CallEvent... events) {
        return put("statusCallbackEvent", events);
    }
}
