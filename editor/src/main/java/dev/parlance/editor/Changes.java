package dev.parlance.editor;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes the changes that the page asks for, in the texts of the files. */
final class Changes {
    private final SurveyFiles files;
    private final Map<String, String> texts;
    private PromptBook book;

    private Changes(SurveyFiles files, Map<String, String> texts, PromptBook book) {
        this.files = files;
        this.texts = new TreeMap<>(texts);
        this.book = book;
    }

    /**
     * The texts with a change.
     *
     * @param book what was read of the prompts, so that only changed files are read again
     * @param change {@code {"do": "prompt", "file": …, "key": …, "text": …}} and so on, or a list of changes
     */
    static Map<String, String> made(SurveyFiles files, Map<String, String> texts, PromptBook book, JsonNode change) {
        Changes changes = new Changes(files, texts, book);
        if (change.isArray()) {
            change.forEach(changes::make);
        } else {
            changes.make(change);
        }
        return changes.texts;
    }

    private void make(JsonNode change) {
        JsonPointer place = JsonPointer.compile(change.path("place").asText(""));
        switch (change.path("do").asText()) {
            case "prompt" ->
                texts.putAll(prompts()
                        .withPrompt(
                                text(change, "file"),
                                text(change, "key"),
                                text(change, "text"),
                                outline().keys()));
            case "set" -> write(json().with(place, change.path("value")));
            case "raw" -> write(json().withRaw(place, text(change, "text")));
            case "remove" -> remove(place, change.path("prompts"));
            case "insert" -> write(json().inserted(place, number(change, "index"), change.path("value")));
            case "move" -> write(json().moved(place, number(change, "from"), number(change, "to")));
            case "rename" -> rename(place, text(change, "id"));
            case "renameScale" -> renameScale(place, text(change, "id"));
            case "language" ->
                addLanguage(text(change, "tag"), change.path("voice").asText(""));
            case "file" -> texts.put(known(text(change, "file")), text(change, "text"));
            default ->
                throw new EditException(
                        "There is no change \"" + change.path("do").asText() + "\".");
        }
    }

    private String known(String file) {
        if (!texts.containsKey(file)) {
            throw new EditException("There is no file " + file + ".");
        }
        return file;
    }

    private JsonText json() {
        return JsonText.of(texts.getOrDefault(files.definition(), ""));
    }

    private PromptBook prompts() {
        book = book.with(texts);
        return book;
    }

    private Outline outline() {
        return Outline.of(json().at(JsonPointer.empty()), prompts().keys());
    }

    private void write(JsonText json) {
        texts.put(files.definition(), json.text());
    }

    /** Removes a part and the prompts that were only its own. */
    private void remove(JsonPointer place, JsonNode prompts) {
        write(json().without(place));
        Set<String> keys = new HashSet<>();
        prompts.forEach(key -> keys.add(key.asText()));
        Set<String> needed = new HashSet<>();
        Outline.of(json().at(JsonPointer.empty()), List.of()).items().forEach(item -> needed.addAll(item.keys()));
        keys.removeAll(needed);
        if (!keys.isEmpty()) {
            texts.putAll(prompts().without(keys));
        }
    }

    /** Renames a question with its prompts, and wherever conditions, jumps and placeholders name it. */
    private void rename(JsonPointer place, String id) {
        JsonNode question = json().at(place);
        String field = question.has("group") ? "group" : question.has("questionName") ? "questionName" : "id";
        String old = question.path(field).asText();
        write(json().with(place.appendProperty(field), JsonNodeFactory.instance.textNode(id)));
        if (field.equals("questionName") || (field.equals("id") && !question.has("prompt"))) {
            texts.putAll(prompts()
                    .renamed(key ->
                            key.equals(old) || key.startsWith(old + ".") ? id + key.substring(old.length()) : key));
        }
        JsonText json = json();
        for (String reference : References.to(old, json.at(JsonPointer.empty()))) {
            json = json.with(
                    JsonPointer.compile(reference),
                    JsonNodeFactory.instance.textNode(References.renamed(
                            json.at(JsonPointer.compile(reference)).asText(), old, id)));
        }
        write(json);
        texts.putAll(prompts().reworded(text -> References.inText(text, old, id)));
    }

    /** Renames a scale with its prompts, and in the questions that have it. */
    private void renameScale(JsonPointer place, String id) {
        String old = place.last().getMatchingProperty();
        Set<String> own = new HashSet<>();
        outline().items().stream()
                .filter(item -> item.place().equals(place.toString()))
                .forEach(item -> own.addAll(item.keys()));
        texts.putAll(prompts().renamed(key -> own.contains(key) ? id + key.substring(old.length()) : key));
        JsonText json = json().renamed(place, id);
        for (Outline.Item item :
                Outline.of(json.at(JsonPointer.empty()), List.of()).items()) {
            JsonPointer scale = JsonPointer.compile(item.place().isEmpty() ? "" : item.place() + "/scale");
            if (item.type() == Outline.Type.QUESTION && json.at(scale).asText().equals(old)) {
                json = json.with(scale, JsonNodeFactory.instance.textNode(id));
            }
        }
        write(json);
    }

    /** Adds a prompt file like the others, with no text but the voice. */
    private void addLanguage(String tag, String voice) {
        PromptBook others = prompts();
        String canonical = PromptBook.canonical(tag);
        if (others.names().stream().anyMatch(name -> others.tag(name).equals(canonical))) {
            throw new EditException("There is already a file for " + tag + ".");
        }
        String name = files.promptFile(tag, others.names());
        texts.put(name, name.endsWith(".json") ? "{}\n" : "");
        if (!voice.isEmpty()) {
            texts.putAll(prompts().withPrompt(name, "voice", voice, List.of()));
        }
    }

    private static String text(JsonNode change, String field) {
        if (!change.path(field).isTextual()) {
            throw new EditException("The field \"" + field + "\" is missing.");
        }
        return change.path(field).asText();
    }

    private static int number(JsonNode change, String field) {
        if (!change.path(field).isInt()) {
            throw new EditException("The field \"" + field + "\" is missing.");
        }
        return change.path(field).asInt();
    }
}
