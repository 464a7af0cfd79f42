package dev.parlance.survey.question;

/**
 * What a channel can do. The survey asks for no more than this; how a question looks or sounds is up to the channel.
 *
 * <pre>{@code
 * Abilities.written().withMedia().withLocation();
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Abilities {
    private final boolean spoken;
    private final boolean media;
    private final boolean location;

    private Abilities(boolean spoken, boolean media, boolean location) {
        this.spoken = spoken;
        this.media = media;
        this.location = location;
    }

    /** Messages, which can be answered at any time. */
    public static Abilities written() {
        return new Abilities(false, false, false);
    }

    /** Speech and keys, as on a call: an answer comes at once or not at all. */
    public static Abilities spoken() {
        return new Abilities(true, false, false);
    }

    /** The same, and people can send pictures and other files. */
    public Abilities withMedia() {
        return new Abilities(spoken, true, location);
    }

    /** The same, and people can share a place. */
    public Abilities withLocation() {
        return new Abilities(spoken, media, true);
    }

    /** Whether what is said is heard and not read, and has to be answered at once. */
    public boolean isSpoken() {
        return spoken;
    }

    /** Whether people can send pictures and other files. */
    public boolean takesMedia() {
        return media;
    }

    /** Whether people can share a place. */
    public boolean takesLocation() {
        return location;
    }
}
