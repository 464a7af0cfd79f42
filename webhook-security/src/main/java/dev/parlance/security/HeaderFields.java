package dev.parlance.security;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code name=value} pairs of a structured header: names in lower case, values unquoted. */
final class HeaderFields {
    private static final int MAX_LENGTH = 4_096;

    /** Possessive, so that no crafted header can cause backtracking. */
    private static final Pattern FIELD = Pattern.compile(
            "\\s*+([\\w.+-]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,;\"]*+))\\s*+(?:[,;]|$)");

    private HeaderFields() {}

    /** The fields up to the first malformed one; empty if the header is too long. */
    static Map<String, String> of(String header) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (header.length() > MAX_LENGTH) {
            return fields;
        }
        Matcher field = FIELD.matcher(header);
        int end = 0;
        while (field.find(end) && field.start() == end) {
            String quoted = field.group(2);
            String value = quoted == null ? field.group(3) : quoted.replaceAll("\\\\(.)", "$1");
            fields.putIfAbsent(field.group(1).toLowerCase(Locale.ROOT), value);
            end = field.end();
            if (end == header.length()) {
                break;
            }
        }
        return fields;
    }
}
