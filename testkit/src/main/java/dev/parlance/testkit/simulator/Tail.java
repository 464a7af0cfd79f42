package dev.parlance.testkit.simulator;

import java.util.regex.Pattern;

/** The end of what a program wrote, without its colours. */
final class Tail {
    private static final int LONGEST = 8_000;
    private static final Pattern STYLE = Pattern.compile("\u001B\\[[0-9;?]*[A-Za-z]");

    private final StringBuilder text = new StringBuilder();

    synchronized void add(String more) {
        text.append(more);
        if (text.length() > 2 * LONGEST) {
            text.delete(0, text.length() - LONGEST);
        }
    }

    @Override
    public synchronized String toString() {
        String last = text.substring(Math.max(0, text.length() - LONGEST));
        return STYLE.matcher(last).replaceAll("");
    }
}
