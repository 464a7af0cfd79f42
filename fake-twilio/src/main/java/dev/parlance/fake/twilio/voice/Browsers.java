package dev.parlance.fake.twilio.voice;

/** Phones in browsers. */
public interface Browsers {
    /** No phones in browsers. */
    Browsers NONE = leg -> Presence.UNKNOWN;

    /** Whether a call can ring in a browser. */
    enum Presence {
        /** No browser has used this address so far; it may belong to a person without a browser. */
        UNKNOWN,
        /** No page of this address is registered. */
        OFFLINE,
        /** At least one page rings. */
        RINGS
    }

    /** Rings all pages of the person whom a leg calls. */
    Presence ring(Leg leg);
}
