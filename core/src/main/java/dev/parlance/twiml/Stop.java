package dev.parlance.twiml;

/** Ends what a {@link Start} began. */
public final class Stop extends Element<Stop> {
    Stop(Element<?> parent) {
        super("Stop", parent);
    }

    /** Ends the stream that was begun under this name. */
    public Stop stream(String name) {
        return child("Stream", "name", name, "");
    }
}
