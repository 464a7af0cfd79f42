package dev.parlance.twiml;

/** A part of a spoken text. */
public final class Span extends SpokenText<Span> {
    Span(String name, Element<?> parent) {
        super(name, parent);
    }
}
