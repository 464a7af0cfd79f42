package dev.parlance.testkit.voice;

/** Hears of what becomes of a leg, in the thread that performs it. */
public interface LegWatcher {
    /** It is answered, and whoever is at this end hears Twilio itself, or a phone that the fake plays. */
    void alone();

    /** It is connected with another leg. */
    void bridged(Leg other);

    /** It is over. */
    void over();
}
