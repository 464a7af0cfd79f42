package dev.parlance.editor;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.translation.PromptFileText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows of its draft. After a change, only what it has changed.
 *
 * @param survey the definition; null if it has not changed, or is not JSON
 * @param text the definition as it is written, if it is not JSON
 * @param outline the parts of the survey; null if nothing in it has changed
 * @param files the languages that have changed
 * @param names the names of all prompt files
 * @param unsaved the names of the files with changes that are not saved
 */
record DraftView(
        @Nullable JsonNode survey,
        @Nullable String text,
        @Nullable List<Outline.Item> outline,
        Map<String, File> files,
        List<String> names,
        Collection<String> unsaved,
        boolean canUndo,
        boolean canRedo) {
    /**
     * A prompt file, or what has changed in it.
     *
     * @param totals the size of each question as it is texted, with its options, by the key of its prompt
     * @param removed the keys whose prompts are gone
     * @param problem why its prompts can't be changed one by one
     */
    record File(
            String tag,
            Map<String, Text> prompts,
            Map<String, TextSize> totals,
            List<String> removed,
            @Nullable String problem) {
        /** What differs from an earlier state. */
        File since(@Nullable File before) {
            return before == null
                    ? this
                    : new File(
                            tag,
                            differing(before.prompts, prompts),
                            differing(before.totals, totals),
                            before.prompts.keySet().stream()
                                    .filter(key -> !prompts.containsKey(key))
                                    .toList(),
                            problem);
        }

        private static <V> Map<String, V> differing(Map<String, V> before, Map<String, V> now) {
            Map<String, V> differing = new LinkedHashMap<>(now);
            differing.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
            return differing;
        }
    }

    /** A prompt. */
    record Text(String text, TextSize size) {}

    /** The whole view of a draft. */
    static DraftView of(SurveyFiles files, Draft draft, PromptBook book, TextSizes sizes) {
        String definition = draft.texts().getOrDefault(files.definition(), "");
        JsonNode survey = null;
        try {
            survey = JsonText.of(definition).at(JsonPointer.empty());
        } catch (EditException e) {
            // The page then shows the text, and the check says what is wrong with it.
        }
        Outline outline = survey == null ? null : Outline.of(survey, book.keys());
        Map<String, File> prompts = new TreeMap<>();
        book.names().forEach(name -> prompts.put(name, file(book, name, outline, sizes)));
        return new DraftView(
                survey,
                survey == null ? definition : null,
                outline == null ? null : outline.items(),
                prompts,
                book.names(),
                draft.unsaved().keySet(),
                draft.canUndo(),
                draft.canRedo());
    }

    /** What differs from an earlier view. */
    DraftView since(@Nullable DraftView before) {
        if (before == null) {
            return this;
        }
        Map<String, File> changed = new TreeMap<>(files);
        changed.entrySet().removeIf(file -> file.getValue().equals(before.files.get(file.getKey())));
        changed.replaceAll((name, file) -> file.since(before.files.get(name)));
        return new DraftView(
                Objects.equals(survey, before.survey) ? null : survey,
                text,
                Objects.equals(outline, before.outline) ? null : outline,
                changed,
                names,
                unsaved,
                canUndo,
                canRedo);
    }

    private static File file(PromptBook book, String name, @Nullable Outline outline, TextSizes sizes) {
        PromptFileText file = book.file(name);
        Map<String, Text> prompts = new LinkedHashMap<>();
        file.prompts().forEach((key, text) -> prompts.put(key, new Text(text, sizes.of(text))));
        Map<String, TextSize> totals = new LinkedHashMap<>();
        if (outline != null) {
            outline.items().stream()
                    .filter(item -> item.type() == Outline.Type.QUESTION
                            && !item.options().isEmpty())
                    .forEach(item -> totals.put(item.base(), sizes.of(message(item, file.prompts()))));
        }
        String problem =
                file.problems().isEmpty() ? null : file.problems().get(0).toString();
        return new File(book.tag(name), prompts, totals, List.of(), problem);
    }

    /** A question as it is texted, with its options. */
    private static String message(Outline.Item item, Map<String, String> prompts) {
        List<String> lines = new ArrayList<>(List.of(prompts.getOrDefault(item.base(), "")));
        for (String option : item.options()) {
            lines.add(lines.size() + ". " + prompts.getOrDefault(option, ""));
        }
        return String.join("\n", lines);
    }
}
