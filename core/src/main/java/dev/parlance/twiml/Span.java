package dev.parlance.twiml;

/** A stretch of spoken text inside of another. */
public final class Span extends SpokenText<Span> {
    Span(String name, Element<?> parent) {
        super(name, parent);
    }
}
