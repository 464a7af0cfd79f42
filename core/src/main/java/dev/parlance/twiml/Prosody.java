package dev.parlance.twiml;

/** How a part of a text sounds. Values are those of SSML, for example {@code slow} or {@code +10%}. */
public final class Prosody extends SpokenText<Prosody> {
    Prosody(Element<?> parent) {
        super("prosody", parent);
    }

    /** The volume. */
    public Prosody volume(String volume) {
        return put("volume", volume);
    }

    /** The speed. */
    public Prosody rate(String rate) {
        return put("rate", rate);
    }

    /** The pitch. */
    public Prosody pitch(String pitch) {
        return put("pitch", pitch);
    }
}
