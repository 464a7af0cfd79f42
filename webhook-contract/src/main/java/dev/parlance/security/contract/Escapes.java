package dev.parlance.security.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the escapes of the file of requests: {@code \xFF} is a byte, {@code \{a 100}} a hundred times the letter a. */
final class Escapes {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x([0-9A-Fa-f]{2})|\\{(\\S+) (\\d+)})");

    private Escapes() {}

    static String text(String escaped) {
        return new String(bytes(escaped), UTF_8);
    }

    static byte[] bytes(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher escape = ESCAPE.matcher(escaped);
        int done = 0;
        while (escape.find()) {
            bytes.writeBytes(escaped.substring(done, escape.start()).getBytes(UTF_8));
            if (escape.group(1) != null) {
                bytes.write(Integer.parseInt(escape.group(1), 16));
            } else {
                bytes.writeBytes(escape.group(2)
                        .repeat(Integer.parseInt(escape.group(3)))
                        .getBytes(UTF_8));
            }
            done = escape.end();
        }
        bytes.writeBytes(escaped.substring(done).getBytes(UTF_8));
        return bytes.toByteArray();
    }
}
