package dev.parlance.editor;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.translation.PromptFileText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * A prompt file.
     *
     * @param totals the size of each question as it is texted, with its options, by its place
     * @param problem why its prompts can't be changed one by one
     */
    record File(
            String tag,
            Map<String, Text> prompts,
            Map<String, TextSize> totals,
            @Nullable String problem) {}

    /** A prompt. */
    record Text(String text, int line, TextSize size) {}

    /**
     * The view of a draft.
     *
     * @param before the files that the page has seen; empty if none
     */
    static DraftView of(SurveyFiles files, Map<String, String> before, Draft draft, PromptBook book) {
        Map<String, String> texts = draft.texts();
        List<String> changed = Changes.between(before, texts);
        boolean hasNewDefinition = changed.contains(files.definition());
        JsonText json = null;
        try {
            json = JsonText.of(texts.getOrDefault(files.definition(), ""));
        } catch (EditException e) {
            // The page then shows the text, and the check says what is wrong with it.
        }
        JsonNode survey = json == null ? null : json.at(JsonPointer.empty());
        Outline outline = survey == null ? null : Outline.of(survey, book.keys());
        Map<String, File> seen = new TreeMap<>();
        for (String name : book.names()) {
            if (hasNewDefinition || changed.contains(name)) {
                seen.put(name, file(book, name, outline));
            }
        }
        return new DraftView(
                hasNewDefinition ? survey : null,
                survey == null ? texts.getOrDefault(files.definition(), "") : null,
                outline == null || changed.isEmpty() ? null : outline.items(),
                seen,
                book.names(),
                draft.unsaved().keySet(),
                draft.canUndo(),
                draft.canRedo());
    }

    private static File file(PromptBook book, String name, @Nullable Outline outline) {
        PromptFileText file = book.file(name);
        Map<String, Text> prompts = new LinkedHashMap<>();
        file.prompts().forEach((key, text) -> prompts.put(key, new Text(text, file.line(key), TextSize.of(text))));
        Map<String, TextSize> totals = new LinkedHashMap<>();
        if (outline != null) {
            outline.items().stream()
                    .filter(item ->
                            item.type() == Outline.Type.QUESTION && !item.keys().isEmpty())
                    .forEach(item -> totals.put(item.place(), TextSize.of(message(item, file.prompts()))));
        }
        String problem =
                file.problems().isEmpty() ? null : file.problems().get(0).toString();
        return new File(book.tag(name), prompts, totals, problem);
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
