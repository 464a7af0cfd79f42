package dev.parlance.examples.bots;

import java.util.function.Consumer;

/** The service writes a line break as a token of six characters, which may come in two pieces. */
final class LineBreaks {
    static final String TOKEN = "\\/%*/\\";

    private final Consumer<String> next;
    private String kept = "";

    LineBreaks(Consumer<String> next) {
        this.next = next;
    }

    void accept(String piece) {
        String text = (kept + piece).replace(TOKEN, "\n");
        int whole = text.length() - beginningOfTokenAtEndOf(text);
        kept = text.substring(whole);
        pass(text.substring(0, whole));
    }

    void end() {
        pass(kept);
        kept = "";
    }

    private void pass(String text) {
        if (!text.isEmpty()) {
            next.accept(text);
        }
    }

    private static int beginningOfTokenAtEndOf(String text) {
        for (int length = Math.min(TOKEN.length() - 1, text.length()); length > 0; length--) {
            if (text.endsWith(TOKEN.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }
}
