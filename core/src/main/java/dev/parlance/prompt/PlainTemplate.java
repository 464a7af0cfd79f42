package dev.parlance.prompt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A text with simple placeholders.
 *
 * @param texts the texts before, between and after the placeholders: one more than there are placeholders
 * @param placeholders the placeholders' names, in order
 */
record PlainTemplate(List<String> texts, List<String> placeholders) implements Template {
    @Override
    public Set<String> names() {
        return new LinkedHashSet<>(placeholders);
    }

    @Override
    public String fill(Function<String, Object> values) {
        if (placeholders.isEmpty()) {
            return texts.get(0);
        }
        StringBuilder filled = new StringBuilder(texts.get(0));
        for (int i = 0; i < placeholders.size(); i++) {
            filled.append(values.apply(placeholders.get(i))).append(texts.get(i + 1));
        }
        return filled.toString();
    }
}
