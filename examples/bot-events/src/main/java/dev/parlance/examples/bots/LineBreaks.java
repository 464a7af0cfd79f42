package dev.parlance.examples.bots;

import java.util.function.Consumer;

/** Replaces the service's token for a line break, which can be split across two pieces. */
final class LineBreaks {
    static final String TOKEN = "\\/%*/\\";

    private final Consumer<String> next;
    private String pending = "";

    LineBreaks(Consumer<String> next) {
        this.next = next;
    }

    void accept(String piece) {
        String text = (pending + piece).replace(TOKEN, "\n");
        int whole = text.length() - lengthOfPartialTokenAtEndOf(text);
        pending = text.substring(whole);
        pass(text.substring(0, whole));
    }

    void end() {
        pass(pending);
        pending = "";
    }

    private void pass(String text) {
        if (!text.isEmpty()) {
            next.accept(text);
        }
    }

    private static int lengthOfPartialTokenAtEndOf(String text) {
        for (int length = Math.min(TOKEN.length() - 1, text.length()); length > 0; length--) {
            if (text.endsWith(TOKEN.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }
}
