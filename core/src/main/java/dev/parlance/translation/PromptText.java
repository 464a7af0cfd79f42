package dev.parlance.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A prompt's text in parts: words to translate, placeholders to keep, and the syntax of plurals around words. */
record PromptText(List<Part> parts) {
    enum Kind {
        WORDS,
        PLACEHOLDER,
        SYNTAX
    }

    record Part(Kind kind, String text) {}

    /** A malformed text is one part, all words. */
    static PromptText of(String text) {
        return new Parser(text).parse().orElseGet(() -> new PromptText(List.of(new Part(Kind.WORDS, text))));
    }

    /** The text with its words replaced. */
    String withWords(UnaryOperator<String> replace) {
        return parts.stream()
                .map(part -> part.kind() == Kind.WORDS ? replace.apply(part.text()) : part.text())
                .collect(Collectors.joining());
    }

    /** The words without placeholders and syntax. */
    String words() {
        return parts.stream()
                .filter(part -> part.kind() == Kind.WORDS)
                .map(Part::text)
                .collect(Collectors.joining());
    }

    boolean hasForms() {
        return parts.stream().anyMatch(part -> part.kind() == Kind.SYNTAX);
    }

    List<String> placeholders() {
        return parts.stream()
                .filter(part -> part.kind() == Kind.PLACEHOLDER)
                .map(Part::text)
                .distinct()
                .toList();
    }

    /** Reads ICU's message syntax; quotes stay as they are written. */
    private static final class Parser {
        private static final Set<String> WITH_FORMS = Set.of("plural", "select", "selectordinal");
        private static final int MAX_DEPTH = 50;

        private final String text;
        private final List<Part> parts = new ArrayList<>();
        private int at;
        private boolean isMalformed;

        Parser(String text) {
            this.text = text;
        }

        Optional<PromptText> parse() {
            message(0);
            return isMalformed ? Optional.empty() : Optional.of(new PromptText(List.copyOf(parts)));
        }

        private void message(int depth) {
            isMalformed |= depth > MAX_DEPTH;
            int start = at;
            while (at < text.length() && !isMalformed) {
                char c = text.charAt(at);
                if (c == '\'') {
                    skipQuoted();
                } else if (c == '{') {
                    add(Kind.WORDS, start);
                    argument(depth);
                    start = at;
                } else if (c == '}' && depth > 0) {
                    break;
                } else {
                    at++;
                }
            }
            add(Kind.WORDS, start);
        }

        private void argument(int depth) {
            int start = at;
            int end = balanced();
            if (end < 0) {
                isMalformed = true;
                return;
            }
            String[] fields = text.substring(start + 1, end).split(",", 3);
            if (fields.length == 3 && WITH_FORMS.contains(fields[1].strip())) {
                forms(end, depth);
            } else {
                at = end + 1;
                add(Kind.PLACEHOLDER, start);
            }
        }

        /** {@code {count, plural, one {# item} other {# items}}}: the words are in the inner braces. */
        private void forms(int end, int depth) {
            int start = at++;
            while (at < end && !isMalformed) {
                if (text.charAt(at++) == '{') {
                    add(Kind.SYNTAX, start);
                    message(depth + 1);
                    start = at++;
                }
            }
            at = end + 1;
            add(Kind.SYNTAX, start);
        }

        /** The brace that closes the one at the current position; -1 without one. */
        private int balanced() {
            int before = at;
            int open = 0;
            int end = -1;
            while (at < text.length() && end < 0) {
                char c = text.charAt(at);
                if (c == '\'') {
                    skipQuoted();
                    continue;
                }
                open += c == '{' ? 1 : c == '}' ? -1 : 0;
                end = open == 0 ? at : -1;
                at++;
            }
            at = before;
            return end;
        }

        /** An apostrophe before a brace starts a quote; any other one stands for itself. */
        private void skipQuoted() {
            at++;
            if (at < text.length() && text.charAt(at) == '\'') {
                at++;
            } else if (at < text.length() && "{}".indexOf(text.charAt(at)) >= 0) {
                int end = text.indexOf('\'', at);
                at = end < 0 ? text.length() : end + 1;
            }
        }

        private void add(Kind kind, int start) {
            if (start < at) {
                parts.add(new Part(kind, text.substring(start, at)));
            }
        }
    }
}
