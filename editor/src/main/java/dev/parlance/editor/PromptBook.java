package dev.parlance.editor;

import dev.parlance.translation.PromptFileText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The prompt files of a survey. Immutable; a copy keeps what was read of the files that stay the same. */
final class PromptBook {
    private final SurveyFiles files;
    private final Map<String, PromptFileText> byFile;

    private PromptBook(SurveyFiles files, Map<String, PromptFileText> byFile) {
        this.files = files;
        this.byFile = Collections.unmodifiableMap(byFile);
    }

    static PromptBook of(SurveyFiles files, Map<String, String> texts) {
        return new PromptBook(files, Map.of()).with(texts);
    }

    /** The prompts of these files. */
    PromptBook with(Map<String, String> texts) {
        Map<String, PromptFileText> read = new TreeMap<>();
        texts.forEach((name, text) -> {
            if (files.language(name).isPresent()) {
                PromptFileText known = byFile.get(name);
                read.put(name, known != null && known.text().equals(text) ? known : read(name, text));
            }
        });
        return new PromptBook(files, read);
    }

    private PromptFileText read(String name, String text) {
        return files.isTemplate() ? PromptFileText.literal(name, text) : PromptFileText.of(name, text);
    }

    /** The names of the files, sorted. */
    List<String> names() {
        return List.copyOf(byFile.keySet());
    }

    PromptFileText file(String name) {
        PromptFileText file = byFile.get(name);
        if (file == null) {
            throw new EditException("There is no file " + name + ".");
        }
        return file;
    }

    /** The language tag of a file. */
    String tag(String name) {
        return canonical(files.language(name).orElse(""));
    }

    /** A language tag in its usual spelling, such as {@code fr-CA} for {@code fr-ca}. */
    static String canonical(String written) {
        String tag = Locale.forLanguageTag(written).toLanguageTag();
        return tag.equals("und") ? written : tag;
    }

    /** The keys of all prompts, each once. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        byFile.values().forEach(file -> keys.addAll(file.prompts().keySet()));
        return keys;
    }

    /** A prompt of a file; empty if it has no text. */
    String text(String name, String key) {
        return file(name).prompts().getOrDefault(key, "");
    }

    /**
     * The texts of the files with another prompt.
     *
     * @param text the prompt; an empty one is removed
     * @param order the keys in the order of the survey, for the place of a new prompt
     */
    Map<String, String> withPrompt(String name, String key, String text, List<String> order) {
        PromptFileText file = file(name);
        PromptFileText changed = text.isEmpty() ? file.without(key) : file.with(key, text, before(file, key, order));
        return Map.of(name, changed.text());
    }

    /** The last prompt of the file that is before the key in the order of the survey; variants follow their prompt. */
    private static Optional<String> before(PromptFileText file, String key, List<String> order) {
        List<String> present = new ArrayList<>(file.prompts().keySet());
        for (int i = order.indexOf(key) - 1; i >= 0; i--) {
            String candidate = order.get(i);
            if (present.contains(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The texts of the files without some prompts. */
    Map<String, String> without(Set<String> keys) {
        return changed(file -> {
            PromptFileText changed = file;
            for (String key : keys) {
                changed = changed.without(key);
            }
            return changed;
        });
    }

    /** The texts of the files with other keys for some prompts. */
    Map<String, String> renamed(UnaryOperator<String> name) {
        return changed(file -> {
            PromptFileText changed = file;
            for (Map.Entry<String, String> prompt : file.prompts().entrySet()) {
                String key = prompt.getKey();
                String newKey = name.apply(key);
                if (!newKey.equals(key)) {
                    changed = changed.with(newKey, prompt.getValue(), Optional.of(key))
                            .without(key);
                }
            }
            return changed;
        });
    }

    /** The texts of the files with other texts of some prompts. */
    Map<String, String> reworded(UnaryOperator<String> words) {
        return changed(file -> {
            PromptFileText changed = file;
            for (Map.Entry<String, String> prompt : file.prompts().entrySet()) {
                String text = words.apply(prompt.getValue());
                if (!text.equals(prompt.getValue())) {
                    changed = changed.with(prompt.getKey(), text);
                }
            }
            return changed;
        });
    }

    private Map<String, String> changed(UnaryOperator<PromptFileText> change) {
        Map<String, String> texts = new HashMap<>();
        byFile.forEach((name, file) -> texts.put(name, change.apply(file).text()));
        return texts;
    }
}
