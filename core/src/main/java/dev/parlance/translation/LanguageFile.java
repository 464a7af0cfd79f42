package dev.parlance.translation;

import dev.parlance.internal.Entry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A language's prompt file: its content and the entries in it, in order. */
record LanguageFile(String tag, Path path, String text, Map<String, Entry> entries) {
    static LanguageFile of(String tag, Path path, String text, List<Entry> entries) {
        Map<String, Entry> byKey = new LinkedHashMap<>();
        entries.forEach(entry -> byKey.put(entry.key(), entry));
        return new LanguageFile(tag, path, text, byKey);
    }

    PromptFormat format() {
        return PromptFormat.of(path.getFileName().toString()).orElseThrow();
    }

    int line(String key) {
        Entry entry = entries.get(key);
        return entry == null ? 0 : entry.line();
    }
}
