package dev.parlance.serverless.project;

/**
 * Text that can't command a terminal: control characters, and those that turn the direction of the text behind them, are
 * written as {@code \\u001b}. In JSON that is the same text. Line breaks and tabs stay.
 *
 * <p>What a function logged, or somebody named a thing, comes from Twilio as it is. Print it by this.
 */
public final class VisibleText {
    private VisibleText() {}

    /** The same text with its control characters spelled out. */
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

    /** C0, DEL, C1, and what turns the direction of the text behind it. */
    private static boolean isHidden(char c) {
        boolean isControl = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return isControl || turns;
    }
}
