package dev.parlance.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code .env} files.
 *
 * <p>{@link #parse} reads the common dialect: comments, {@code export}, single quotes (literal text), double quotes
 * (with escapes), quoted values over several lines, and {@code #} comments after a value. {@link #parseLiteral}
 * reads the dialect of older applications: everything after the first {@code =} is the value.
 */
public final class DotEnv {
    private static final Pattern START =
            Pattern.compile("[ \\t]*+(?:export[ \\t]++)?([A-Za-z_][A-Za-z0-9_.-]*+)[ \\t]*+=[ \\t]*+");
    private static final Pattern BLANK_OR_COMMENT = Pattern.compile("[ \\t]*+(?:#.*+)?");
    private static final Pattern LITERAL_START = Pattern.compile("\\s*+([\\w.-]++)\\s*+=");

    private final String text;
    private final ParsedFile.Builder result = new ParsedFile.Builder();
    private int position;
    private int line = 1;

    private DotEnv(String text) {
        this.text = text;
    }

    /** Reads the common dialect. */
    public static ParsedFile parse(byte[] bytes) {
        return Utf8Text.parse(
                bytes, text -> new DotEnv(text.replace("\r\n", "\n").replace('\r', '\n')).parse());
    }

    /** Reads {@code key=value} lines literally. If a key occurs twice, the last one wins. */
    public static ParsedFile parseLiteral(byte[] bytes) {
        return Utf8Text.parse(bytes, text -> {
            Map<String, Entry> entries = new LinkedHashMap<>();
            String[] lines = text.split("\r\n|\n|\r", -1);
            for (int i = 0; i < lines.length; i++) {
                Matcher start = LITERAL_START.matcher(lines[i]);
                if (start.lookingAt()) {
                    String key = start.group(1);
                    entries.put(
                            key,
                            new Entry(
                                    key, literal(lines[i].substring(start.end()).stripLeading()), i + 1));
                }
            }
            return new ParsedFile(List.copyOf(entries.values()), List.of());
        });
    }

    private static String literal(String value) {
        boolean isQuoted = value.length() >= 2 && value.charAt(0) == value.charAt(value.length() - 1);
        if (isQuoted && value.startsWith("\"")) {
            return value.substring(1, value.length() - 1).replace("\\n", "\n");
        }
        if (isQuoted && value.startsWith("'")) {
            return value.substring(1, value.length() - 1);
        }
        return value.strip();
    }

    private ParsedFile parse() {
        while (position < text.length()) {
            Matcher start = START.matcher(text).region(position, text.length());
            if (start.lookingAt()) {
                position = start.end();
                parseValue(start.group(1));
            } else {
                String rest = restOfLine();
                if (!BLANK_OR_COMMENT.matcher(rest).matches()) {
                    result.problem(line, "expected KEY=value; start a comment with #");
                }
            }
            endLine();
        }
        return result.build();
    }

    private void parseValue(String key) {
        int startLine = line;
        char quote = position < text.length() ? text.charAt(position) : '\n';
        if (quote == '"' || quote == '\'') {
            position++;
            String value = quoted(quote);
            if (position > text.length()) {
                result.problem(startLine, "the value of \"" + key + "\" has no closing quote");
                return;
            }
            result.entry(key, value, startLine);
            if (!BLANK_OR_COMMENT.matcher(restOfLine()).matches()) {
                result.problem(line, "unexpected text after the closing quote of \"" + key + "\"");
            }
        } else {
            String before = text.substring(position - 1, position);
            result.entry(key, withoutComment(before + restOfLine()).substring(1).strip(), startLine);
        }
    }

    /** Reads up to the closing quote; without one, the position is past the end of the text. */
    private String quoted(char quote) {
        StringBuilder value = new StringBuilder();
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == quote) {
                return value.toString();
            }
            if (c == '\n') {
                line++;
            }
            if (c == '\\' && quote == '"' && position < text.length()) {
                escape(text.charAt(position++), value);
            } else {
                value.append(c);
            }
        }
        position = text.length() + 1;
        return "";
    }

    private void escape(char c, StringBuilder value) {
        switch (c) {
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case '"', '\\', '$', '\'' -> value.append(c);
            default -> {
                if (c == '\n') {
                    line++;
                }
                value.append('\\').append(c);
            }
        }
    }

    /** Removes a comment: a {@code #} after whitespace. The first character is the one before the value. */
    private static String withoutComment(String value) {
        for (int i = 1; i < value.length(); i++) {
            if (value.charAt(i) == '#' && Character.isWhitespace(value.charAt(i - 1))) {
                return value.substring(0, i);
            }
        }
        return value;
    }

    private String restOfLine() {
        int end = text.indexOf('\n', position);
        String rest = text.substring(position, end < 0 ? text.length() : end);
        position += rest.length();
        return rest;
    }

    private void endLine() {
        position++;
        line++;
    }
}
