package dev.parlance.testkit.voice;

/** The phones in browsers. */
public interface Browsers {
    /** Nobody has a phone in a browser. */
    Browsers NONE = leg -> Presence.UNKNOWN;

    /** Whether somebody's browser can be rung. */
    enum Presence {
        /** He never had one: a person without a browser may stand at this address. */
        UNKNOWN,
        /** None of his is open. */
        OFFLINE,
        /** It rings. */
        RINGS
    }

    /** Rings all browsers of whoever this leg goes to. */
    Presence ring(Leg leg);
}
