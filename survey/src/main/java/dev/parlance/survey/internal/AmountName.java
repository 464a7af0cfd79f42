package dev.parlance.survey.internal;

import java.util.ArrayList;
import java.util.List;

/** The names of the amounts in a session's tally: parts separated by slashes, {@code option/drink/fr/voice/espresso}. */
public final class AmountName {
    private AmountName() {}

    /** A name of these parts. */
    public static String of(String... parts) {
        StringBuilder name = new StringBuilder();
        for (String part : parts) {
            name.append(name.isEmpty() ? "" : "/");
            part.chars().forEach(c -> append(name, (char) c));
        }
        return name.toString();
    }

    /** Escapes slashes and line breaks, which separate parts and amounts. An option's value can have any character. */
    private static void append(StringBuilder name, char c) {
        if (c < ' ' || c == '/' || c == '%') {
            name.append('%').append((char) ('A' + (c >> 4))).append((char) ('A' + (c & 15)));
        } else {
            name.append(c);
        }
    }

    /** The parts of a name. */
    public static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("/", -1)) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < part.length(); i++) {
                if (part.charAt(i) == '%') {
                    text.append((char) ((part.charAt(i + 1) - 'A') << 4 | (part.charAt(i + 2) - 'A')));
                    i += 2;
                } else {
                    text.append(part.charAt(i));
                }
            }
            parts.add(text.toString());
        }
        return parts;
    }
}
