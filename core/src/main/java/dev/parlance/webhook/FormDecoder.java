package dev.parlance.webhook;

import dev.parlance.webhook.Parameters.Parameter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Decodes {@code a=b&c=d}. Malformed input is refused, never guessed: a wrong guess would mean a signature that doesn't match,
 * or an answer that nobody gave.
 */
final class FormDecoder {
    /** Twilio sends about forty. A hundred thousand would be an attack on hash tables and sorting. */
    private static final int MAX_PARAMETERS = 1_000;

    private static final int EXPECTED_PARAMETERS = 32;
    private static final int MAX_SHOWN_NAME = 40;

    private final byte[] encoded;

    /** The part that was decoded last. */
    private final byte[] text;

    private int length;

    private FormDecoder(byte[] encoded) {
        this.encoded = encoded;
        this.text = new byte[encoded.length];
    }

    static Parameters decode(byte[] form) {
        return new FormDecoder(form).decode();
    }

    /** Decodes a part of a path, where {@code +} is literal. */
    static String pathPart(byte[] raw, String name) {
        FormDecoder part = new FormDecoder(raw);
        part.decode(0, raw.length, false, () -> "The path variable {" + name + "}");
        return part.decoded();
    }

    private Parameters decode() {
        List<Parameter> parameters = new ArrayList<>(EXPECTED_PARAMETERS);
        int start = 0;
        while (start < encoded.length) {
            int end = indexOf('&', start, encoded.length);
            if (end > start) {
                if (parameters.size() == MAX_PARAMETERS) {
                    throw WebhookException.badRequest("There are more than " + MAX_PARAMETERS + " parameters.");
                }
                parameters.add(pair(start, end, parameters.size() + 1));
            }
            start = end + 1;
        }
        return Parameters.of(parameters);
    }

    private Parameter pair(int start, int end, int number) {
        int equals = indexOf('=', start, end);
        decode(start, equals, true, () -> "The name of parameter " + number);
        String name = decoded();
        if (equals == end) {
            return new Parameter(name, "");
        }
        decode(equals + 1, end, true, () -> "The parameter \"" + shown(name) + "\"");
        return new Parameter(name, decoded());
    }

    private String decoded() {
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    private void decode(int start, int end, boolean plusIsSpace, Supplier<String> what) {
        length = 0;
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
        if (!ascii && !isUtf8()) {
            throw WebhookException.badRequest(what.get() + " is not in UTF-8.");
        }
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, 0, length));
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

    private static String shown(String name) {
        String printable = name.replaceAll("[^\\x20-\\x7e]|\"", "?");
        return printable.length() <= MAX_SHOWN_NAME ? printable : printable.substring(0, MAX_SHOWN_NAME) + "…";
    }
}
