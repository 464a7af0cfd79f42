package dev.parlance.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The output of a program, in all its runs: the newest part, which readers follow by its position. */
final class Output {
    private static final int MAX_LENGTH = 400_000;

    private final StringBuilder text = new StringBuilder();
    private long dropped;

    synchronized void add(String more) {
        text.append(more);
        if (text.length() > 2 * MAX_LENGTH) {
            int surplus = text.length() - MAX_LENGTH;
            text.delete(0, surplus);
            dropped += surplus;
        }
    }

    /** How much has been written so far. */
    synchronized long length() {
        return dropped + text.length();
    }

    /** What has been written after a position. */
    synchronized ObjectNode after(long position) {
        int from = (int) Math.max(0, Math.min(text.length(), position - dropped));
        return JsonNodeFactory.instance
                .objectNode()
                .put("from", dropped + from)
                .put("to", length())
                .put("text", text.substring(from));
    }
}
