package dev.parlance.fake.twilio.voice;

/** Listens to a leg. Called in the thread that runs the leg. */
public interface LegListener {
    /** The leg is answered, and the person hears Twilio, or a phone that the fake plays. */
    void connectedToTwilio();

    /** The leg is connected with another one. */
    void bridged(Leg other);

    /** The leg has ended. */
    void ended();
}
