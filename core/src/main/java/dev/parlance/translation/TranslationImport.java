package dev.parlance.translation;

import dev.parlance.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Translations that were read and checked, but not yet written.
 *
 * <pre>{@code
 * Translations translations = Translations.of(Path.of("prompts"));
 * TranslationImport done = translations.read(Path.of("fr-FR.xlf"));
 * done.warnings().forEach(System.out::println);
 * done.write();
 * }</pre>
 */
public final class TranslationImport {
    private final PromptFolder prompts;
    private final Map<String, LanguageUpdate> updates;
    private final List<Problem> problems;
    private final List<Problem> warnings;

    TranslationImport(
            PromptFolder prompts, Map<String, LanguageUpdate> updates, List<Problem> problems, List<Problem> warnings) {
        this.prompts = prompts;
        this.updates = updates;
        this.problems = problems.stream().sorted().toList();
        this.warnings = warnings.stream().sorted().toList();
    }

    /** What keeps the translations from being written: unknown keys, lost placeholders, newer translations. */
    public List<Problem> problems() {
        return problems;
    }

    /** What may be wrong: a label that is too long for a button, a plural form that is missing. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** The translations that {@link #write} adds or replaces. */
    public List<TranslationChange> changes() {
        List<TranslationChange> changes = new ArrayList<>();
        updates.forEach((tag, update) -> update.changes()
                .forEach((key, text) -> changes.add(new TranslationChange(tag, key, prompts.own(tag, key), text))));
        return changes;
    }

    /**
     * Writes the translations into the prompt files, whose comments, order and format stay; and the texts they were made
     * from into {@code translated} in the same folder.
     *
     * @throws TranslationException if there are problems, or a prompt file has changed since it was read
     */
    public void write() {
        if (!problems.isEmpty()) {
            throw new TranslationException("Nothing was imported. The translations have", problems);
        }
        Map<Path, byte[]> written = new LinkedHashMap<>();
        updates.forEach((tag, update) -> {
            if (!update.changes().isEmpty()) {
                written.put(unchanged(update.file()), update.edited());
            }
            if (!update.translatedFrom().isEmpty()) {
                TranslatedFrom record = TranslatedFrom.read(prompts.path(), tag).with(update.translatedFrom());
                written.put(record.file(), record.bytes());
            }
        });
        written.forEach(Folders::replace);
    }

    private static Path unchanged(LanguageFile file) {
        byte[] now = Files.exists(file.path()) ? Folders.read(file.path()) : new byte[0];
        if (!Arrays.equals(now, file.text().getBytes(StandardCharsets.UTF_8))) {
            throw new TranslationException(file.path() + " has changed meanwhile; import again");
        }
        return file.path();
    }
}
