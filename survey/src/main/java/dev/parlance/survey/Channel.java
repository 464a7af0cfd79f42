package dev.parlance.survey;

/** The names of this library's channels, by which sessions, results and conditions know them. */
public final class Channel {
    /** By text message. */
    public static final String TEXT = "text";
    /** By call. */
    public static final String VOICE = "voice";

    private Channel() {}
}
