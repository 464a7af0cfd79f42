package dev.parlance.serverless.command;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes control characters as {@code \\u001b}, so that what a function logged or somebody named a thing can't command the
 * terminal. In JSON that is the same text. Line breaks and tabs stay.
 */
final class VisibleWriter extends Writer {
    private final Writer to;

    VisibleWriter(Writer to) {
        this.to = to;
    }

    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean endsLine = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (isHidden(c) && !endsLine) {
                visible.append("\\u%04x".formatted((int) c));
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }

    /** C0, DEL, C1, and what turns the direction of the text behind it. */
    private static boolean isHidden(char c) {
        boolean isControl = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return isControl || turns;
    }

    @Override
    public void write(char[] text, int start, int length) throws IOException {
        to.write(visible(new String(text, start, length)));
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
