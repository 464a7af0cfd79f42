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
 * The base of all elements of a document. An element takes attributes first, then children, and writes them in that order.
 *
 * <p>Use an element only inside the lambda that receives it, and not while one of its children is open. A misplaced call
 * throws a {@link TwimlException} before anything is written. If a lambda fails, its element stays open, and the document
 * can be neither continued nor rendered.
 *
 * @param <E> the element itself, which its methods return
 */
public abstract class Element<E extends Element<E>> {
    private static final byte[] HEAD = ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response");
    private static final byte[] TAIL = ascii("</Response>");
    private static final byte[] EMPTY_TAIL = ascii("/>");

    /** Avoids a new string for the most common numbers. */
    private static final String[] DIGITS = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

    final XmlWriter out;

    /** The current language of this element. Children inherit it. */
    @Nullable
    Language language;

    private final String name;
    private final @Nullable Element<?> parent;
    private boolean inStartTag = true;

    /** Creates the root of a document. The writer doesn't need its start tag. */
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

    /** Adds an attribute that has no method in this class. */
    public final E attribute(String attribute, String value) {
        return put(XmlName.checked(attribute, this), value);
    }

    /**
     * Adds an element that has no method in this class.
     *
     * <pre>{@code
     * VoiceTwiml.create().element("Pay", pay -> pay.attribute("chargeAmount", "20.45"));
     * }</pre>
     */
    public final E element(String element, Consumer<? super AnyElement> content) {
        return child(new AnyElement(XmlName.checked(element, this), this), content);
    }

    /**
     * Adds XML from elsewhere, for example from Twilio's own library: one or more elements, or the children of a whole
     * {@code <Response>}. The XML is parsed and written again, without comments, processing instructions and XML declaration.
     *
     * @throws TwimlException if the XML is not well-formed or has a document type declaration
     */
    public final E embed(String xml) {
        XmlWriter parsed = EmbeddedXml.parse(xml);
        startContent();
        out.append(parsed);
        return self();
    }

    @SuppressWarnings("unchecked") // Each element names itself as E.
    final E self() {
        return (E) this;
    }

    /** Adds an attribute whose name is known to be valid. */
    final E put(String attribute, String value) {
        Objects.requireNonNull(value, attribute);
        checkBeforeContent(attribute);
        if (out.has(attribute)) {
            throw new TwimlException(this + " already has attribute " + attribute + ".");
        }
        out.attribute(attribute, value);
        return self();
    }

    final void checkBeforeContent(String attribute) {
        checkOpen();
        if (!inStartTag) {
            throw new TwimlException(
                    "Attribute " + attribute + " of " + this + " comes after its content. Set attributes first.");
        }
    }

    final E put(String attribute, int value) {
        return put(attribute, decimal(value));
    }

    final E put(String attribute, boolean value) {
        return put(attribute, value ? "true" : "false");
    }

    /** Adds enum constants, which are Twilio's words in capitals, with an underscore for a hyphen. */
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

    /** Adds a duration, which must be whole seconds. */
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

    /** Ends the start tag if it is still open, so that content can follow. */
    final void startContent() {
        checkOpen();
        if (inStartTag) {
            addDerivedAttributes();
            out.ascii(">");
            inStartTag = false;
        }
    }

    final <C extends Element<C>> E child(C child, Consumer<? super C> content) {
        return child(child, content, "");
    }

    /** Adds a child with this text and the attributes that the lambda sets. */
    final <C extends Element<C>> E child(C child, Consumer<? super C> content, String text) {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(text, "text");
        startContent();
        child.begin();
        content.accept(child);
        child.end(text);
        return self();
    }

    /** Adds a child without attributes; its name is known to be valid. */
    final E child(String child, String text) {
        Objects.requireNonNull(text, "text");
        startContent();
        out.startTag(child);
        out.ascii(">");
        out.text(text);
        out.endTag(child);
        return self();
    }

    /** Adds a child with one attribute, without a lambda, so that a refused value leaves nothing open. */
    final E child(String child, String attribute, String value, String text) {
        Objects.requireNonNull(value, attribute);
        Objects.requireNonNull(text, "text");
        startContent();
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
        startContent();
        out.text(text);
        return self();
    }

    /** Adds markup as it is. */
    final E markup(String xml) {
        startContent();
        out.ascii(xml);
        return self();
    }

    /** Adds a {@code <Parameter>}, for the elements that have them. */
    final E namedValue(String parameter, String value) {
        return child(
                new AnyElement("Parameter", this), p -> p.put("name", parameter).put("value", value));
    }

    /** The text of a prompt in the current language. */
    final String promptText(String key, Object... namesAndValues) {
        if (language == null) {
            throw new TwimlException("Prompt \"" + key + "\" in " + this + " needs a language. Start the document with"
                    + " in(language), call switchTo(language) first, or use literal text.");
        }
        return language.text(key, namesAndValues);
    }

    /** Adds attributes that depend on others, just before the start tag ends. */
    void addDerivedAttributes() {}

    final void begin() {
        out.startTag(name);
        out.open = this;
    }

    final void end(String text) {
        if (!text.isEmpty()) {
            startContent();
            out.text(text);
        }
        checkOpen();
        if (inStartTag) {
            addDerivedAttributes();
            out.ascii("/>");
        } else {
            out.endTag(name);
        }
        out.open = parent;
    }

    /** The whole document. Only the root can render. */
    final byte[] render() {
        checkOpen();
        byte[] tail = inStartTag ? EMPTY_TAIL : TAIL;
        int size = HEAD.length + out.length() + tail.length;
        if (size > XmlWriter.LIMIT) {
            throw new TwimlException("The document has " + size + " bytes, more than the " + XmlWriter.LIMIT
                    + " that Twilio accepts. Shorten it, or redirect to a second document.");
        }
        byte[] document = new byte[size];
        System.arraycopy(HEAD, 0, document, 0, HEAD.length);
        out.copyTo(document, HEAD.length);
        System.arraycopy(tail, 0, document, size - tail.length, tail.length);
        return document;
    }

    /** Throws if this element is finished, or one of its children is not. */
    @SuppressWarnings("ReferenceEquality") // The open element is this very object.
    final void checkOpen() {
        if (out.open != this) {
            throw misplaced();
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private TwimlException misplaced() {
        for (Element<?> element = out.open; element != null; element = element.parent) {
            if (element.parent == this) {
                return new TwimlException(
                        this + " cannot be used while its child " + element + " is open. Use the element that the"
                                + " lambda receives; if that lambda failed, build a new document.");
            }
        }
        return new TwimlException(this + " is finished. Use it only inside its lambda.");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The start tag without its attributes, for error messages. */
    @Override
    public final String toString() {
        return "<" + name + ">";
    }
}
