package dev.parlance.twiml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes escaped text and attributes, and keeps track of the open element. */
final class XmlWriter extends Utf8Buffer {
    /** The longest document that Twilio accepts, in bytes. */
    static final int LIMIT = 65_536;

    private static final int LONGEST_REFERENCE = 6;

    private static final boolean[] SPECIAL_IN_TEXT = special("&<>");
    private static final boolean[] SPECIAL_IN_ATTRIBUTE = special("&<>\"\t\n");

    /** The innermost unfinished element. All output goes to it. */
    @Nullable
    Element<?> open;

    private String[] attributes = {};
    private int attributeCount;

    /** Starts a start tag. Attributes can follow. */
    void startTag(String name) {
        ensureRoom(name.length() + 1);
        bytes[end++] = '<';
        copy(name);
        attributeCount = 0;
    }

    /** Whether the latest start tag has this attribute. */
    boolean has(String attribute) {
        for (int i = 0; i < attributeCount; i++) {
            if (attributes[i].equals(attribute)) {
                return true;
            }
        }
        return false;
    }

    /** Adds an attribute and remembers its name. */
    void attribute(String name, String value) {
        if (attributeCount == attributes.length) {
            attributes = Arrays.copyOf(attributes, Math.max(4, attributeCount * 2));
        }
        attributes[attributeCount++] = name;
        attributeOnce(name, value);
    }

    /** Adds an attribute without remembering its name. */
    void attributeOnce(String name, String value) {
        ensureRoom(name.length() + 3 + value.length());
        bytes[end++] = ' ';
        copy(name);
        bytes[end++] = '=';
        bytes[end++] = '"';
        escaped(value, SPECIAL_IN_ATTRIBUTE);
        ascii("\"");
    }

    void text(String text) {
        escaped(text, SPECIAL_IN_TEXT);
    }

    void endTag(String name) {
        ensureRoom(name.length() + 3);
        bytes[end++] = '<';
        bytes[end++] = '/';
        copy(name);
        bytes[end++] = '>';
    }

    private void escaped(String text, boolean[] special) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || special[c]) {
                characters(text, special);
                return;
            }
        }
        ascii(text);
    }

    private void characters(String text, boolean[] special) {
        for (int i = 0; i < text.length(); ) {
            i += character(text, i, special);
        }
    }

    /** Appends the character at {@code i}, or drops it if XML forbids it. Returns the number of {@code char}s used. */
    private int character(String text, int i, boolean[] special) {
        ensureRoom(LONGEST_REFERENCE);
        char c = text.charAt(i);
        if (c < 0x80) {
            if (special[c]) {
                ascii(reference(c));
            } else {
                bytes[end++] = (byte) c;
            }
        } else if (c < 0x800) {
            bytes[end++] = (byte) (0xC0 | (c >> 6));
            bytes[end++] = continuation(c);
        } else if (Character.isSurrogate(c)) {
            return surrogate(text, i);
        } else if (c < 0xFFFE) {
            bytes[end++] = (byte) (0xE0 | (c >> 12));
            bytes[end++] = continuation(c >> 6);
            bytes[end++] = continuation(c);
        }
        return 1;
    }

    private int surrogate(String text, int i) {
        int codePoint = text.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(codePoint)) {
            return 1;
        }
        bytes[end++] = (byte) (0xF0 | (codePoint >> 18));
        bytes[end++] = continuation(codePoint >> 12);
        bytes[end++] = continuation(codePoint >> 6);
        bytes[end++] = continuation(codePoint);
        return 2;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    private static String reference(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\t' -> "&#9;";
            case '\n' -> "&#10;";
            case '\r' -> "&#13;";
            default -> "";
        };
    }

    /** Marks the ASCII characters that must be escaped or dropped: these, and most control characters. */
    private static boolean[] special(String escaped) {
        boolean[] special = new boolean[0x80];
        for (char c = 0; c < special.length; c++) {
            boolean control = c < ' ' && c != '\t' && c != '\n';
            special[c] = control || escaped.indexOf(c) >= 0;
        }
        return special;
    }

    @Override
    void grow(int wanted) {
        checkSize();
        super.grow(wanted);
    }

    /** Throws if the document is already too long. */
    void checkSize() {
        if (length() > LIMIT) {
            throw new TwimlException("The document is longer than the " + LIMIT + " bytes that Twilio accepts"
                    + (open == null ? "" : " (now writing " + open + ")")
                    + ". Shorten it, or redirect to a second document.");
        }
    }
}
