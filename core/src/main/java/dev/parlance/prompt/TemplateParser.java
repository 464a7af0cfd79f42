package dev.parlance.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Parses simple placeholders, and detects texts that need ICU. Quoting follows ICU's message syntax, so that a text has the
 * same meaning to both parsers: a brace between apostrophes is literal, two apostrophes are one, and a lone apostrophe stands
 * for itself.
 */
final class TemplateParser {
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)?|\\d{1,4}");

    private final String text;
    private final List<String> texts = new ArrayList<>();
    private final List<String> placeholders = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();

    TemplateParser(String text) {
        this.text = text;
    }

    /**
     * Parses the text.
     *
     * @return whether simple placeholders were enough; if not, ICU must parse the text
     * @throws IllegalArgumentException if the text is malformed
     */
    boolean parse() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\'') {
                i = quoted(i + 1);
            } else if (c == '{') {
                int end = text.indexOf('}', i);
                if (end < 0) {
                    throw new IllegalArgumentException("a { is never closed; write '{' for a literal brace");
                }
                String name = text.substring(i + 1, end).strip();
                if (name.indexOf(',') >= 0) {
                    return false;
                }
                placeholder(name);
                i = end + 1;
            } else {
                current.append(c);
                i++;
            }
        }
        endOfText();
        return true;
    }

    Template plain() {
        return new PlainTemplate(List.copyOf(texts), List.copyOf(placeholders));
    }

    private void placeholder(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("{" + name
                    + "} is not a placeholder; a name has letters, digits and underscores, and at most one dot");
        }
        endOfText();
        placeholders.add(name);
    }

    private void endOfText() {
        texts.add(current.toString());
        current.setLength(0);
    }

    /** Reads quoted text after an apostrophe, and returns the position after it. */
    private int quoted(int start) {
        if (start == text.length() || "'{}".indexOf(text.charAt(start)) < 0) {
            current.append('\'');
            return start;
        }
        if (text.charAt(start) == '\'') {
            current.append('\'');
            return start + 1;
        }
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\'') {
                current.append(c);
            } else if (i < text.length() && text.charAt(i) == '\'') {
                current.append('\'');
                i++;
            } else {
                break;
            }
        }
        return i;
    }
}
