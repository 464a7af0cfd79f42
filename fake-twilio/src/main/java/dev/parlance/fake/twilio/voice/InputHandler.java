package dev.parlance.fake.twilio.voice;

/** Handles the person's input while a call waits for it. When it has enough, the leg continues. */
interface InputHandler {
    /**
     * The person presses keys.
     *
     * @param early whether this interrupts the prompt
     */
    void keys(String keys, boolean early);

    /** The person speaks. */
    void speech(String text, double confidence, boolean early);

    /** The person does nothing until a timeout ends the wait. */
    void silence();

    /** The person gives no more input and listens, so input that has started ends. */
    default void completeInput() {}

    /** The person hears out what is being said. */
    default void listen() {}

    /** Whether the person may hear something although they did nothing, because a program of the application speaks. */
    default boolean speaksUnasked() {
        return false;
    }

    /** The keys as the transcript shows them. Secret ones are masked, and no stream has them. */
    default String shown(String keys) {
        return keys;
    }

    /** The person has hung up; the call is over. */
    default void hungUp() {}

    /** The account redirects the call. */
    default void abandoned() {}

    /** What the call waits for, in words. */
    @Override
    String toString();
}
