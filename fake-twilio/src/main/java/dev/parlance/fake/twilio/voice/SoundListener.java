package dev.parlance.fake.twilio.voice;

import java.time.Duration;

/** Listens to the sounds of a call. */
interface SoundListener {
    /** A direction of sound. */
    enum Track {
        /** What the person says. */
        INBOUND,
        /** What the person hears. */
        OUTBOUND;

        /** Its name in media messages. */
        String shortName() {
            return this == INBOUND ? "inbound" : "outbound";
        }

        /** Its name in TwiML and callbacks. */
        String longName() {
            return shortName() + "_track";
        }
    }

    /** Something is said. */
    default void said(Track track, String text, double confidence) {}

    /** There is sound. Returns how long the listener needs to get all of it. */
    default Duration sound(Track track, byte[] audio) {
        return Duration.ZERO;
    }

    /** A sound has ended. */
    default void soundEnded() {}

    /** The person presses keys. */
    default void keys(String keys) {}
}
