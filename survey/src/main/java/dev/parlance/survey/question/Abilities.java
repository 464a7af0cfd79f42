package dev.parlance.survey.question;

/**
 * What a channel can do. A survey uses nothing else; the channel decides how a question looks or sounds.
 *
 * <pre>{@code
 * Abilities.written().withMedia().withPictures().withLocation();
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Abilities {
    private final boolean spoken;
    private final boolean media;
    private final boolean pictures;
    private final boolean location;

    private Abilities(boolean spoken, boolean media, boolean pictures, boolean location) {
        this.spoken = spoken;
        this.media = media;
        this.pictures = pictures;
        this.location = location;
    }

    /** A channel for messages, which can be answered at any time. */
    public static Abilities written() {
        return new Abilities(false, false, false, false);
    }

    /** A channel for speech and keys, as on a call: an answer comes at once or not at all. */
    public static Abilities spoken() {
        return new Abilities(true, false, false, false);
    }

    /** Returns a copy that accepts pictures and other files. */
    public Abilities withMedia() {
        return new Abilities(spoken, true, pictures, location);
    }

    /** Returns a copy that shows the pictures of a prompt. */
    public Abilities withPictures() {
        return new Abilities(spoken, media, true, location);
    }

    /** Returns a copy that shows no pictures. */
    public Abilities withoutPictures() {
        return new Abilities(spoken, media, false, location);
    }

    /** Returns a copy that accepts shared locations. */
    public Abilities withLocation() {
        return new Abilities(spoken, media, pictures, true);
    }

    /** Whether prompts are heard instead of read and must be answered at once. */
    public boolean isSpoken() {
        return spoken;
    }

    /** Whether respondents can send pictures and other files. */
    public boolean takesMedia() {
        return media;
    }

    /** Whether respondents see the pictures of a prompt. */
    public boolean showsPictures() {
        return pictures;
    }

    /** Whether respondents can share a location. */
    public boolean takesLocation() {
        return location;
    }
}
