package dev.parlance.translation;

import dev.parlance.internal.Entry;
import dev.parlance.internal.ParsedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an import changes in one language.
 *
 * @param order the keys in the order of the source language, for new ones
 * @param changes the new texts by key
 * @param translatedFrom the texts that finished translations were made from
 */
record LanguageUpdate(
        LanguageFile file, List<String> order, Map<String, String> changes, Map<String, String> translatedFrom) {
    /** The file with the changes. Everything else in it stays as it is. */
    byte[] edited() {
        TextEditor editor = file.format().edit(file.text());
        Map<String, String> expected = texts(file.entries());
        Optional<String> before = Optional.empty();
        for (String key : order) {
            String text = changes.get(key);
            if (text != null && expected.containsKey(key)) {
                editor.replace(key, text);
            } else if (text != null) {
                editor.add(key, text, before);
            }
            if (text != null) {
                expected.put(key, text);
            }
            before = expected.containsKey(key) ? Optional.of(key) : before;
        }
        byte[] edited = editor.text().getBytes(StandardCharsets.UTF_8);
        check(edited, expected);
        return edited;
    }

    /** Reads the result again: a prompt file must never be damaged. */
    private void check(byte[] edited, Map<String, String> expected) {
        ParsedFile parsed = file.format().parse(edited);
        Map<String, Entry> entries =
                LanguageFile.of(file.tag(), file.path(), "", parsed.entries()).entries();
        if (!parsed.problems().isEmpty() || !texts(entries).equals(expected)) {
            throw new TranslationException(
                    "The translations can't be written into " + file.path() + " without changing other lines");
        }
    }

    private static Map<String, String> texts(Map<String, Entry> entries) {
        Map<String, String> texts = new TreeMap<>();
        entries.forEach((key, entry) -> texts.put(key, entry.value()));
        return texts;
    }
}
