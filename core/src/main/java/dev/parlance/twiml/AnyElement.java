package dev.parlance.twiml;

/**
 * An element without a class of its own: attributes first, then text and elements in any order. The document stays
 * well-formed, but nothing checks that Twilio knows the element.
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
