package dev.parlance.twiml;

/**
 * Whom a {@link Dial} calls, and what is told of that call.
 *
 * @param <E> the element itself
 */
public abstract class DialedParty<E extends DialedParty<E>> extends Element<E> {
    DialedParty(String name, Element<?> parent) {
        super(name, parent);
    }

    /** The URL of a document that whoever answers hears before the caller does. */
    public final E url(String url) {
        return put("url", url);
    }

    /** How that document is requested. */
    public final E method(HttpMethod method) {
        return put("method", method);
    }

    /** The URL that is told of the call's state. */
    public final E statusCallback(String url) {
        return put("statusCallback", url);
    }

    /** How the status callback is requested. */
    public final E statusCallbackMethod(HttpMethod method) {
        return put("statusCallbackMethod", method);
    }

    /** What the status callback is told of. */
    public final E statusCallbackEvents(CallEvent... events) {
        return put("statusCallbackEvent", events);
    }
}
