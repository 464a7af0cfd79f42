package dev.parlance.twiml;

/**
 * An element of any name, for what has no type here: attributes first, then texts and elements in any order. Whether
 * Twilio knows it is not checked; that the document stays well-formed is.
 */
public final class AnyElement extends Element<AnyElement> {
    AnyElement(String name, Element<?> parent) {
        super(name, parent);
    }

    /** Adds text, escaped. */
    public AnyElement text(String text) {
        return addText(text);
    }
}
