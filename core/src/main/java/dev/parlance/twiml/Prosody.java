package dev.parlance.twiml;

/** How a stretch of text sounds; each value as speech markup has it, such as {@code slow} or {@code +10%}. */
public final class Prosody extends SpokenText<Prosody> {
    Prosody(Element<?> parent) {
        super("prosody", parent);
    }

    /** How loud. */
    public Prosody volume(String volume) {
        return put("volume", volume);
    }

    /** How fast. */
    public Prosody rate(String rate) {
        return put("rate", rate);
    }

    /** How high. */
    public Prosody pitch(String pitch) {
        return put("pitch", pitch);
    }
}
