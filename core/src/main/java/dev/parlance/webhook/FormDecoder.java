package dev.parlance.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Decodes {@code a=b&c=d}. Malformed input is refused, never guessed: a wrong guess would mean a signature that doesn't match,
 * or an answer that nobody gave.
 */
final class FormDecoder {
    /** Twilio sends about forty. A hundred thousand would be an attack on hash tables and sorting. */
    private static final int MAX_PARAMETERS = 1_000;

    private static final int INITIAL_CAPACITY = 32;
    private static final int MAX_SHOWN_NAME = 40;

    private final byte[] encoded;
    private final byte[] text;
    private int length;

    private FormDecoder(byte[] encoded) {
        this.encoded = encoded;
        this.text = new byte[encoded.length];
    }

    static DecodedForm decode(byte[] form) {
        return new FormDecoder(form).decode();
    }

    /** Decodes a part of a path, where {@code +} is literal. */
    static String pathPart(byte[] raw, String name) {
        FormDecoder part = new FormDecoder(raw);
        part.decode(0, raw.length, false, () -> "The path variable {" + name + "}");
        return new String(part.text, 0, part.length, StandardCharsets.UTF_8);
    }

    private DecodedForm decode() {
        int[] ends = new int[2 * INITIAL_CAPACITY];
        int size = 0;
        int start = 0;
        while (start < encoded.length) {
            int end = indexOf('&', start, encoded.length);
            if (end > start) {
                if (size == MAX_PARAMETERS) {
                    throw WebhookException.badRequest("There are more than " + MAX_PARAMETERS + " parameters.");
                }
                if (2 * size == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * ends.length);
                }
                decodePair(start, end, ends, size++);
            }
            start = end + 1;
        }
        return new DecodedForm(text, ends, size);
    }

    private void decodePair(int start, int end, int[] ends, int number) {
        int equals = indexOf('=', start, end);
        int name = length;
        decode(start, equals, true, () -> "The name of parameter " + (number + 1));
        int nameEnd = length;
        ends[2 * number] = nameEnd;
        if (equals < end) {
            decode(equals + 1, end, true, () -> "The parameter \"" + shown(name, nameEnd) + "\"");
        }
        ends[2 * number + 1] = length;
    }

    private void decode(int start, int end, boolean plusIsSpace, Supplier<String> what) {
        int first = length;
        int bits = 0;
        for (int i = start; i < end; i++) {
            byte b = encoded[i];
            if (b == '%') {
                if (i + 2 >= end || hex(encoded[i + 1]) < 0 || hex(encoded[i + 2]) < 0) {
                    throw WebhookException.badRequest(what.get() + " has a malformed percent escape.");
                }
                b = (byte) (hex(encoded[i + 1]) << 4 | hex(encoded[i + 2]));
                i += 2;
            } else if (b == '+' && plusIsSpace) {
                b = ' ';
            }
            bits |= b;
            text[length++] = b;
        }
        boolean ascii = bits >= 0;
        if (!ascii && !isUtf8(first, length)) {
            throw WebhookException.badRequest(what.get() + " is not in UTF-8.");
        }
    }

    private boolean isUtf8(int start, int end) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, start, end - start));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private int indexOf(char wanted, int start, int end) {
        for (int i = start; i < end; i++) {
            if (encoded[i] == wanted) {
                return i;
            }
        }
        return end;
    }

    private static int hex(byte digit) {
        return Character.digit((char) digit, 16);
    }

    private String shown(int start, int end) {
        String name = new String(text, start, end - start, StandardCharsets.UTF_8);
        String printable = name.replaceAll("[^\\x20-\\x7e]|\"", "?");
        return printable.length() <= MAX_SHOWN_NAME ? printable : printable.substring(0, MAX_SHOWN_NAME) + "…";
    }
}
