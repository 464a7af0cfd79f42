package dev.parlance.serverless.project;

/**
 * Makes text safe to print on a terminal: control and bidirectional characters become escapes such as {@code \\u001b}, which
 * mean the same in JSON. Keeps line breaks and tabs. Use it to print text from Twilio, such as log lines and names.
 */
public final class VisibleText {
    private VisibleText() {}

    /** Returns the text with control characters escaped. */
    public static String of(String text) {
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

    /** C0, DEL, C1 and bidirectional control characters. */
    private static boolean isHidden(char c) {
        boolean isControl = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return isControl || turns;
    }
}
