package dev.parlance.twiml;

/** Stops what a {@link Start} started. */
public final class Stop extends Element<Stop> {
    Stop(Element<?> parent) {
        super("Stop", parent);
    }

    /** Stops the stream with this name. */
    public Stop stream(String name) {
        return child("Stream", "name", name, "");
    }
}
