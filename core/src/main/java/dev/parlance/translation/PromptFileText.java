package dev.parlance.translation;

import dev.parlance.Problem;
import dev.parlance.internal.DotEnv;
import dev.parlance.internal.Entry;
import dev.parlance.internal.ParsedFile;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a prompt file, to change single prompts in it. Everything else in the file stays as it is: comments, blank lines,
 * order, quotes and line endings. Immutable.
 *
 * <pre>{@code
 * Path path = Path.of("prompts/es-MX.env");
 * PromptFileText file = PromptFileText.of("es-MX.env", Files.readString(path));
 * Files.writeString(path, file.with("welcome", "¡Hola!").text());
 * }</pre>
 */
public final class PromptFileText {
    private final String name;
    private final PromptFormat format;
    private final boolean isLiteral;
    private final String text;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> prompts;
    private final List<Problem> problems;

    private PromptFileText(String name, PromptFormat format, boolean isLiteral, String text) {
        this.name = name;
        this.format = format;
        this.isLiteral = isLiteral;
        this.text = text;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ParsedFile parsed = isLiteral ? DotEnv.parseLiteral(bytes) : format.parse(bytes);
        Map<String, String> values = new LinkedHashMap<>();
        for (Entry entry : parsed.entries()) {
            entries.put(entry.key(), entry);
            values.put(entry.key(), entry.value());
        }
        this.prompts = Collections.unmodifiableMap(values);
        this.problems = parsed.problems().stream()
                .map(problem -> Problem.at(name, problem.line(), problem.message()))
                .toList();
    }

    /**
     * A file's text.
     *
     * @param name the file's name, which tells its format: {@code es-MX.env}
     * @throws IllegalArgumentException if the name does not end with {@code .env}, {@code .properties} or {@code .json}
     */
    public static PromptFileText of(String name, String text) {
        return new PromptFileText(name, format(name), false, text);
    }

    /** The text of an {@code .env} file whose values are taken literally, as those of the Twilio SAM template. */
    public static PromptFileText literal(String name, String text) {
        PromptFormat format = format(name);
        return new PromptFileText(name, format, format == PromptFormat.ENV, text);
    }

    private static PromptFormat format(String name) {
        return PromptFormat.of(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + name + "\" is not a prompt file; its name must end with .env, .properties or .json"));
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The prompts by key, in the order of the file. */
    public Map<String, String> prompts() {
        return prompts;
    }

    /** The line of a prompt; 0 if there is no such prompt. */
    public int line(String key) {
        Entry entry = entries.get(key);
        return entry == null ? 0 : entry.line();
    }

    /** What is wrong with the lines of the file. A file with problems can't be changed prompt by prompt. */
    public List<Problem> problems() {
        return problems;
    }

    /** A copy with this prompt: in its old place, or as the last one. */
    public PromptFileText with(String key, String prompt) {
        return with(key, prompt, Optional.empty());
    }

    /**
     * A copy with this prompt, in its old place.
     *
     * @param after the prompt that a new one follows; as the last one if empty
     */
    public PromptFileText with(String key, String prompt, Optional<String> after) {
        TextEditor editor = editor();
        if (entries.containsKey(key)) {
            editor.replace(key, prompt);
        } else {
            editor.add(key, prompt, after.filter(entries::containsKey));
        }
        Map<String, String> expected = new LinkedHashMap<>(prompts);
        expected.put(key, prompt);
        return edited(editor, key, expected);
    }

    /** A copy without this prompt. */
    public PromptFileText without(String key) {
        if (!entries.containsKey(key)) {
            return this;
        }
        TextEditor editor = editor();
        editor.remove(key);
        Map<String, String> expected = new LinkedHashMap<>(prompts);
        expected.remove(key);
        return edited(editor, key, expected);
    }

    private TextEditor editor() {
        if (!problems.isEmpty()) {
            throw new TranslationException("Correct the lines of the file first: " + problems.get(0));
        }
        return isLiteral ? new LiteralEnvEditor(text) : format.edit(text);
    }

    /** Reads the result again: a prompt file must never be damaged. */
    private PromptFileText edited(TextEditor editor, String key, Map<String, String> expected) {
        PromptFileText edited = new PromptFileText(name, format, isLiteral, editor.text());
        if (!edited.problems.isEmpty() || !edited.prompts.equals(expected)) {
            throw new TranslationException(
                    "\"" + key + "\" can't be written into " + name + " without changing other lines");
        }
        return edited;
    }

    /** The file's name and the number of its prompts. */
    @Override
    public String toString() {
        return name + ", " + entries.size() + " prompts";
    }
}
