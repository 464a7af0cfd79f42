package dev.parlance.translation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.parlance.Problem;
import dev.parlance.internal.Entry;
import dev.parlance.internal.FileProblem;
import dev.parlance.internal.JsonFile;
import dev.parlance.internal.ParsedFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The texts that the translations of a language were made from, by key. They are kept in {@code translated/fr-FR.json}
 * in the folder of the prompts: the text itself instead of a hash, so that a translator sees what has changed.
 */
record TranslatedFrom(Path file, NavigableMap<String, String> texts) {
    private static final String FOLDER = "translated";

    static TranslatedFrom read(Path prompts, String tag) {
        Path file = prompts.resolve(FOLDER).resolve(tag + ".json");
        NavigableMap<String, String> texts = new TreeMap<>();
        if (Files.exists(file)) {
            ParsedFile parsed = JsonFile.parse(Folders.read(file));
            if (!parsed.problems().isEmpty()) {
                throw new TranslationException(
                        "The record of translations has",
                        parsed.problems().stream()
                                .map(found -> problem(file, found))
                                .toList());
            }
            for (Entry entry : parsed.entries()) {
                texts.put(entry.key(), entry.value());
            }
        }
        return new TranslatedFrom(file, texts);
    }

    private static Problem problem(Path file, FileProblem found) {
        return Problem.at(file.toString(), found.line(), found.message());
    }

    TranslatedFrom with(Map<String, String> more) {
        NavigableMap<String, String> all = new TreeMap<>(texts);
        all.putAll(more);
        return new TranslatedFrom(file, all);
    }

    byte[] bytes() {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        try {
            return (json.writeValueAsString(texts) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Writing JSON to a string failed", e);
        }
    }
}
