package dev.parlance.editor;

import java.util.HashMap;
import java.util.Map;

/** The sizes of a page's texts. Each text is measured once, since most stay the same in a change. Not thread-safe. */
final class TextSizes {
    private static final int MOST_TEXTS = 100_000;

    private final Map<String, TextSize> known = new HashMap<>();

    TextSize of(String text) {
        if (known.size() > MOST_TEXTS) {
            known.clear();
        }
        return known.computeIfAbsent(text, TextSize::of);
    }
}
