package dev.parlance.translation;

import dev.parlance.Problem;
import dev.parlance.internal.ParsedFile;
import dev.parlance.prompt.Language;
import dev.parlance.prompt.PromptException;
import dev.parlance.prompt.PromptFile;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.prompt.PromptsBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The prompt files of a folder at one moment. Texts with problems that a translation can mend are accepted.
 *
 * @param files the files by language
 * @param prompts what could be read of them
 */
record PromptFolder(Path path, NavigableMap<String, LanguageFile> files, Prompts prompts) {
    /** Keys that configure speech and are not texts. */
    private static final Set<String> SETTINGS = Set.of("voice", "language", "speechLanguage");

    static PromptFolder read(Path path, Optional<String> source) {
        PromptSource files = PromptSource.folder(path);
        return new PromptFolder(path, files(path, files), prompts(files, source));
    }

    private static Prompts prompts(PromptSource files, Optional<String> source) {
        PromptsBuilder builder = Prompts.builder(files).lenient();
        try {
            return source.map(builder::defaultLanguage).orElse(builder).build();
        } catch (PromptException e) {
            return e.readable()
                    .filter(readable -> !readable.languages().isEmpty())
                    .orElseThrow(() -> e);
        }
    }

    private static NavigableMap<String, LanguageFile> files(Path folder, PromptSource source) {
        NavigableMap<String, LanguageFile> files = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        try {
            for (PromptFile file : source.files()) {
                Path path = folder.resolve(file.name());
                PromptFormat format = PromptFormat.of(file.name()).orElseThrow();
                ParsedFile parsed = format.parse(file.bytes());
                String text = new String(file.bytes(), StandardCharsets.UTF_8);
                parsed.problems()
                        .forEach(found -> problems.add(Problem.at(path.toString(), found.line(), found.message())));
                Optional<String> tag = tag(stem(file.name()));
                if (tag.isEmpty()) {
                    problems.add(Problem.at(path.toString(), 0, "the file is not named after a language tag"));
                    continue;
                }
                LanguageFile first =
                        files.putIfAbsent(tag.get(), LanguageFile.of(tag.get(), path, text, parsed.entries()));
                if (first != null) {
                    problems.add(
                            Problem.at(path.toString(), 0, first.path() + " has the same language; keep one of them"));
                }
            }
        } catch (IOException e) {
            throw new TranslationException("The prompts in " + folder + " can't be read: " + e, e);
        }
        if (!problems.isEmpty()) {
            throw new TranslationException("The prompts have", problems);
        }
        return files;
    }

    private static String stem(String fileName) {
        return fileName.substring(0, fileName.lastIndexOf('.'));
    }

    /** The canonical form of a tag; empty if it is malformed. */
    static Optional<String> tag(String name) {
        try {
            return Optional.of(
                    Prompts.of(Map.of(name, Map.of())).defaultLanguage().tag());
        } catch (PromptException e) {
            return Optional.empty();
        }
    }

    Language source() {
        return prompts.defaultLanguage();
    }

    /** The texts of the source language, in the order of its file; then those that it inherits. */
    Map<String, String> texts() {
        Set<String> keys = new LinkedHashSet<>();
        file(source().tag()).ifPresent(file -> keys.addAll(file.entries().keySet()));
        keys.retainAll(source().keys());
        keys.addAll(source().keys());
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : keys) {
            if (!SETTINGS.contains(key)
                    && !source().isMedia(key)
                    && !source().source(key).isBlank()) {
                texts.put(key, source().source(key));
            }
        }
        return texts;
    }

    Optional<LanguageFile> file(String tag) {
        return Optional.ofNullable(files.get(tag));
    }

    /** The text that a language has in its own file. */
    Optional<String> own(String tag, String key) {
        return file(tag)
                .map(file -> file.entries().get(key))
                .map(entry -> entry.value())
                .filter(text -> !text.isBlank());
    }

    /** Whether a language takes this prompt from its parent, as {@code fr-CA} does from {@code fr}. */
    boolean inherits(String tag, String key) {
        return own(tag, key).isEmpty()
                && prompts.find(tag)
                        .filter(found -> tag.equals(found.tag()) || tag.startsWith(found.tag() + "-"))
                        .filter(found ->
                                found.contains(key) && !found.source(key).isBlank())
                        .isPresent();
    }

    /** The file of a language; for a new one, an empty file in the format of the source. */
    LanguageFile fileOrNew(String tag) {
        return file(tag).orElseGet(() -> {
            PromptFormat format = file(source().tag()).map(LanguageFile::format).orElse(PromptFormat.ENV);
            return LanguageFile.of(tag, path.resolve(tag + format.extension()), "", List.of());
        });
    }
}
