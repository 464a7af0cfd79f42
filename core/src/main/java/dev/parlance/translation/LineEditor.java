package dev.parlance.translation;

import dev.parlance.internal.Entry;
import dev.parlance.internal.ParsedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Edits a file with one entry after another. Subclasses know how far a value goes and how to write one. */
abstract class LineEditor implements TextEditor {
    /** Where a value is in the text, from its first character to the one after its last. */
    record Span(int start, int end) {}

    private final Function<byte[], ParsedFile> parser;
    private final String newline;
    private String text;

    LineEditor(String text, Function<byte[], ParsedFile> parser) {
        this.text = text;
        this.parser = parser;
        this.newline = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** The value of the entry that starts at this position. */
    abstract Span value(String in, int start);

    /** A value as it is written; similar to the old one. */
    abstract String written(String value, String old);

    /** A key as it is written. */
    abstract String written(String key);

    @Override
    public final void replace(String key, String value) {
        Span span = value(text, start(key));
        String old = text.substring(span.start(), span.end());
        text = text.substring(0, span.start()) + written(value, old) + text.substring(span.end());
    }

    @Override
    public final void add(String key, String value, Optional<String> after) {
        int at = after.map(this::endOfEntry).orElse(text.length());
        boolean startsLine = at == 0 || isNewline(text.charAt(at - 1)) || text.equals("\uFEFF");
        String line = written(key) + "=" + written(value, "") + newline;
        text = text.substring(0, at) + (startsLine ? "" : newline) + line + text.substring(at);
    }

    @Override
    public final void remove(String key) {
        int start = start(key);
        text = text.substring(0, start) + text.substring(endOfEntry(key));
    }

    @Override
    public final String text() {
        return text;
    }

    /** The start of the line after an entry. */
    private int endOfEntry(String key) {
        int at = value(text, start(key)).end();
        while (at < text.length() && !isNewline(text.charAt(at))) {
            at++;
        }
        return afterNewline(text, at);
    }

    private int start(String key) {
        List<Entry> entries =
                parser.apply(text.getBytes(StandardCharsets.UTF_8)).entries();
        int line = entries.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow()
                .line();
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        for (int i = 1; i < line; i++) {
            while (!isNewline(text.charAt(at))) {
                at++;
            }
            at = afterNewline(text, at);
        }
        return at;
    }

    static boolean isNewline(char c) {
        return c == '\n' || c == '\r';
    }

    static int afterNewline(String text, int at) {
        return text.startsWith("\r\n", at) ? at + 2 : Math.min(at + 1, text.length());
    }
}
