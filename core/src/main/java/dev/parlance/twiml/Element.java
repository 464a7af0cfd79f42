package dev.parlance.twiml;

import dev.parlance.prompt.Language;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What every element of a document can do: take attributes, then children, in the order in which they are written.
 *
 * <p>An element is given to a lambda and can be used in there only, for as long as none of its children is being
 * written. A misplaced call is refused with a {@link TwimlException} before anything is written. When a lambda fails,
 * its element stays open and the document can be neither continued nor rendered.
 *
 * @param <E> the element itself, which its methods return
 */
public abstract class Element<E extends Element<E>> {
    private static final byte[] HEAD = ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response");
    private static final byte[] TAIL = ascii("</Response>");
    private static final byte[] EMPTY_TAIL = ascii("/>");

    /** Most numbers are short, and need no string of their own. */
    private static final String[] DIGITS = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

    final XmlWriter out;

    /** The language of what is said from here on, handed down to the children. */
    @Nullable
    Language language;

    private final String name;
    private final @Nullable Element<?> parent;
    private boolean inStartTag = true;

    /** The root of a document, of which the writer need not know the start tag. */
    Element(@Nullable Language language) {
        this.name = "Response";
        this.out = new XmlWriter();
        this.parent = null;
        this.language = language;
        out.open = this;
    }

    Element(String name, Element<?> parent) {
        this.name = name;
        this.out = parent.out;
        this.parent = parent;
        this.language = parent.language;
    }

    /** Adds an attribute that has no method here. */
    public final E attribute(String attribute, String value) {
        return put(XmlName.checked(attribute, this), value);
    }

    /**
     * Adds an element that has no method here.
     *
     * <pre>{@code
     * VoiceTwiml.create().element("Pay", pay -> pay.attribute("chargeAmount", "20.45"));
     * }</pre>
     */
    public final E element(String element, Consumer<? super AnyElement> content) {
        return child(new AnyElement(XmlName.checked(element, this), this), content);
    }

    /**
     * Adds XML made elsewhere, such as by Twilio's own library: one element or several, or the children of a whole
     * {@code <Response>}. It is parsed and written anew: comments, processing instructions and the XML declaration do
     * not come along.
     *
     * @throws TwimlException if it is not well-formed; a document type declaration never is
     */
    public final E embed(String xml) {
        XmlWriter parsed = EmbeddedXml.parse(xml);
        content();
        out.all(parsed);
        return self();
    }

    @SuppressWarnings("unchecked") // Each element names itself as E.
    final E self() {
        return (E) this;
    }

    /** Adds an attribute with a name of ours. */
    final E put(String attribute, String value) {
        Objects.requireNonNull(value, attribute);
        beforeContent(attribute);
        if (out.has(attribute)) {
            throw new TwimlException(this + " has attribute " + attribute + " already.");
        }
        out.attribute(attribute, value);
        return self();
    }

    final void beforeContent(String attribute) {
        mustBeOpen();
        if (!inStartTag) {
            throw new TwimlException(
                    "Attribute " + attribute + " of " + this + " comes after its content. Name attributes first.");
        }
    }

    final E put(String attribute, int value) {
        return put(attribute, decimal(value));
    }

    final E put(String attribute, boolean value) {
        return put(attribute, value ? "true" : "false");
    }

    /** Adds constants of ours, which are Twilio's words in capitals, with an underscore for a hyphen. */
    final E put(String attribute, Enum<?>... values) {
        StringJoiner words = new StringJoiner(" ");
        for (Enum<?> value : values) {
            words.add(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return put(attribute, words.toString());
    }

    final E put(String attribute, HttpMethod method) {
        return put(attribute, method.name());
    }

    private static String decimal(int value) {
        return value >= 0 && value < DIGITS.length ? DIGITS[value] : Integer.toString(value);
    }

    /** Adds a number of seconds, of which Twilio takes whole ones only. */
    final E put(String attribute, Duration duration) {
        return put(attribute, seconds(duration, attribute, name));
    }

    static String seconds(Duration duration, String attribute, String element) {
        if (duration.isNegative() || !duration.equals(Duration.ofSeconds(duration.toSeconds()))) {
            throw new TwimlException(
                    "Attribute " + attribute + " of <" + element + "> takes whole seconds, not " + duration);
        }
        return Long.toString(duration.toSeconds());
    }

    /** Ends the start tag, where that is still open, so that content can be written. */
    final void content() {
        mustBeOpen();
        if (inStartTag) {
            lastAttributes();
            out.ascii(">");
            inStartTag = false;
        }
    }

    final <C extends Element<C>> E child(C child, Consumer<? super C> content) {
        return child(child, content, "");
    }

    /** Adds a child whose text is known, and whose attributes the lambda names. */
    final <C extends Element<C>> E child(C child, Consumer<? super C> content, String text) {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(text, "text");
        content();
        child.begin();
        content.accept(child);
        child.end(text);
        return self();
    }

    /** Adds a child without attributes; {@code child} is nothing but a name of ours. */
    final E child(String child, String text) {
        Objects.requireNonNull(text, "text");
        content();
        out.startTag(child);
        out.ascii(">");
        out.text(text);
        out.endTag(child);
        return self();
    }

    /** Adds a child with one attribute and no lambda, so that a value refused beforehand leaves nothing open. */
    final E child(String child, String attribute, String value, String text) {
        Objects.requireNonNull(value, attribute);
        Objects.requireNonNull(text, "text");
        content();
        out.startTag(child);
        out.attribute(attribute, value);
        if (text.isEmpty()) {
            out.ascii("/>");
        } else {
            out.ascii(">");
            out.text(text);
            out.endTag(child);
        }
        return self();
    }

    final E addText(String text) {
        Objects.requireNonNull(text, "text");
        content();
        out.text(text);
        return self();
    }

    /** Adds markup of ours as it stands. */
    final E markup(String xml) {
        content();
        out.ascii(xml);
        return self();
    }

    /** Adds a {@code <Parameter>}, for the elements that have them. */
    final E namedValue(String parameter, String value) {
        return child(
                new AnyElement("Parameter", this), p -> p.put("name", parameter).put("value", value));
    }

    /** The text of a prompt in the language of this element. */
    final String prompted(String key, Object... namesAndValues) {
        if (language == null) {
            throw new TwimlException("Prompt \"" + key + "\" in " + this + " needs a language. Begin the document with"
                    + " in(language), switchTo(language) before this, or give literal text.");
        }
        return language.text(key, namesAndValues);
    }

    /** The last moment for attributes that depend on what was named. */
    void lastAttributes() {}

    final void begin() {
        out.startTag(name);
        out.open = this;
    }

    final void end(String text) {
        if (!text.isEmpty()) {
            content();
            out.text(text);
        }
        mustBeOpen();
        if (inStartTag) {
            lastAttributes();
            out.ascii("/>");
        } else {
            out.endTag(name);
        }
        out.open = parent;
    }

    /** The whole document, if this is its root. */
    final byte[] render() {
        mustBeOpen();
        byte[] tail = inStartTag ? EMPTY_TAIL : TAIL;
        int size = HEAD.length + out.length() + tail.length;
        if (size > XmlWriter.LIMIT) {
            throw new TwimlException("The document has " + size + " bytes, over the " + XmlWriter.LIMIT
                    + " that Twilio takes. Say less, or redirect to a second document.");
        }
        byte[] document = new byte[size];
        System.arraycopy(HEAD, 0, document, 0, HEAD.length);
        out.copyTo(document, HEAD.length);
        System.arraycopy(tail, 0, document, size - tail.length, tail.length);
        return document;
    }

    /** Refuses the call if this is finished, or a child of it is not. */
    @SuppressWarnings("ReferenceEquality") // An element is open itself, not one that is like it.
    final void mustBeOpen() {
        if (out.open != this) {
            throw misplaced();
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private TwimlException misplaced() {
        for (Element<?> element = out.open; element != null; element = element.parent) {
            if (element.parent == this) {
                return new TwimlException(this + " cannot be used while its child " + element + " is open. Use what the"
                        + " lambda is given; if that lambda failed, build the document anew.");
            }
        }
        return new TwimlException(this + " is finished: it can be used inside its lambda only.");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The start tag without its attributes, for an error text. */
    @Override
    public final String toString() {
        return "<" + name + ">";
    }
}
