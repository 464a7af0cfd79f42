package dev.parlance.testkit.voice;

/** What a call waits for. When it has it, it tells the leg to go on. */
interface Waiting {
    /**
     * The person presses keys.
     *
     * @param early before all of the prompt was heard
     */
    void keys(String keys, boolean early);

    /** The person speaks. */
    void speech(String text, double confidence, boolean early);

    /** The person does nothing until something happens. */
    void silence();

    /** The person has done what there was to do, and listens: what is half done ends by itself. */
    default void patience() {}

    /** The person has hung up, and the call is over. */
    default void hungUp() {}

    /** The account has the call do something else. */
    default void abandoned() {}

    /** What it waits for, in words. */
    @Override
    String toString();
}
