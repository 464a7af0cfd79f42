package dev.parlance.simulator;

import java.util.regex.Pattern;

/** The last part of a program's output, without colour codes. */
final class Tail {
    private static final int MAX_LENGTH = 8_000;
    private static final Pattern COLOUR_CODES = Pattern.compile("\u001B\\[[0-9;?]*[A-Za-z]");

    private final StringBuilder text = new StringBuilder();

    synchronized void add(String more) {
        text.append(more);
        if (text.length() > 2 * MAX_LENGTH) {
            text.delete(0, text.length() - MAX_LENGTH);
        }
    }

    @Override
    public synchronized String toString() {
        String last = text.substring(Math.max(0, text.length() - MAX_LENGTH));
        return COLOUR_CODES.matcher(last).replaceAll("");
    }
}
