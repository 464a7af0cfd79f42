package dev.parlance.translation;

import dev.parlance.internal.PropertiesFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Edits {@code .properties} files. A changed value is written on one line. */
final class PropertiesEditor extends LineEditor {
    private static final String LINE_BREAK = "\\\\(?:\\r\\n|\\n|\\r)[ \\t\\f]*+";
    private static final Pattern START = Pattern.compile("(?:" + LINE_BREAK + "|[ \\t\\f])*+(?:\\\\[^\\r\\n]|"
            + LINE_BREAK + "|[^\\\\\\s=:])++(?:" + LINE_BREAK + "|[ \\t\\f])*+[=:]?+(?:" + LINE_BREAK
            + "|[ \\t\\f])*+");
    private static final Pattern VALUE = Pattern.compile("(?:" + LINE_BREAK + "|\\\\[^\\r\\n]|[^\\\\\\r\\n])*+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\=:#! ]");

    PropertiesEditor(String text) {
        super(text, PropertiesFile::parse);
    }

    @Override
    Span value(String in, int start) {
        Matcher key = START.matcher(in).region(start, in.length());
        int from = key.lookingAt() ? key.end() : start;
        Matcher value = VALUE.matcher(in).region(from, in.length());
        return new Span(from, value.lookingAt() ? value.end() : from);
    }

    @Override
    String written(String value, String old) {
        String escaped = value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\f", "\\f");
        return escaped.startsWith(" ") ? "\\" + escaped : escaped;
    }

    @Override
    String written(String key) {
        return SPECIAL.matcher(key).replaceAll("\\\\$0");
    }
}
