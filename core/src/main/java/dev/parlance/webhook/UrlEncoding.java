package dev.parlance.webhook;

import dev.parlance.webhook.Parameters.Parameter;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Writes {@code a=b&c=d} and reads it, strictly: what is malformed is refused, never guessed, because a guess here is a signature that
 * does not match or an answer that was not given.
 */
final class UrlEncoding {
    /** Twilio sends some forty; a hundred thousand would be an attack on hash tables and sorting. */
    private static final int MOST_PARAMETERS = 1_000;

    private static final int LONGEST_SHOWN_NAME = 40;

    private UrlEncoding() {}

    static byte[] encode(Parameters parameters) {
        return parameters.entries().stream()
                .map(UrlEncoding::encode)
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String encode(Parameter parameter) {
        return URLEncoder.encode(parameter.name(), StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8);
    }

    static Parameters decode(byte[] form) {
        List<Parameter> parameters = new ArrayList<>();
        int start = 0;
        while (start < form.length) {
            int end = indexOf(form, '&', start, form.length);
            if (end > start) {
                if (parameters.size() == MOST_PARAMETERS) {
                    throw WebhookException.badRequest("There are more than " + MOST_PARAMETERS + " parameters.");
                }
                parameters.add(parameter(form, start, end, parameters.size() + 1));
            }
            start = end + 1;
        }
        return Parameters.of(parameters);
    }

    private static Parameter parameter(byte[] form, int start, int end, int position) {
        int equals = indexOf(form, '=', start, end);
        String name = text(form, start, equals, true, () -> "The name of parameter " + position);
        String value =
                equals == end ? "" : text(form, equals + 1, end, true, () -> "The parameter \"" + shown(name) + "\"");
        return new Parameter(name, value);
    }

    /** A part of a path, where {@code +} stands for itself. */
    static String pathPart(byte[] raw, String name) {
        return text(raw, 0, raw.length, false, () -> "The part {" + name + "} of the path");
    }

    private static String text(byte[] form, int start, int end, boolean plusIsBlank, Supplier<String> what) {
        byte[] decoded = new byte[end - start];
        int length = 0;
        int bits = 0;
        for (int i = start; i < end; i++) {
            byte b = form[i];
            if (b == '%') {
                if (i + 2 >= end || hex(form[i + 1]) < 0 || hex(form[i + 2]) < 0) {
                    throw WebhookException.badRequest(what.get() + " has a malformed percent escape.");
                }
                b = (byte) (hex(form[i + 1]) << 4 | hex(form[i + 2]));
                i += 2;
            } else if (b == '+' && plusIsBlank) {
                b = ' ';
            }
            bits |= b;
            decoded[length++] = b;
        }
        boolean ascii = bits >= 0;
        return ascii ? new String(decoded, 0, length, StandardCharsets.ISO_8859_1) : utf8(decoded, length, what);
    }

    private static String utf8(byte[] bytes, int length, Supplier<String> what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw WebhookException.badRequest(what.get() + " is not in UTF-8.");
        }
    }

    private static int indexOf(byte[] bytes, char wanted, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == wanted) {
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
        return printable.length() <= LONGEST_SHOWN_NAME ? printable : printable.substring(0, LONGEST_SHOWN_NAME) + "…";
    }
}
