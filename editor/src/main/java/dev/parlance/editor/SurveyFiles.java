package dev.parlance.editor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a survey on disk: its definition and its prompts. No other file is read or written.
 *
 * @param isTemplate whether it is a survey of the Twilio SAM template: {@code survey-config.json} and {@code voice-prompts}
 */
record SurveyFiles(Path folder, boolean isTemplate) {
    private static final long MAX_BYTES = 1 << 20;
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    static SurveyFiles at(Path folder) {
        boolean isOwn = Files.exists(folder.resolve("survey.json"));
        if (!isOwn && !Files.exists(folder.resolve("survey-config.json"))) {
            throw new EditException("There is no survey in " + folder
                    + ": it has neither survey.json with a folder prompts, nor survey-config.json with a folder"
                    + " voice-prompts");
        }
        return new SurveyFiles(folder, !isOwn);
    }

    String definition() {
        return isTemplate ? "survey-config.json" : "survey.json";
    }

    String promptFolder() {
        return isTemplate ? "voice-prompts" : "prompts";
    }

    /** The language of a prompt file, as its name says; empty for another file. */
    Optional<String> language(String file) {
        String prefix = promptFolder() + "/" + (isTemplate ? "survey-" : "");
        boolean isPrompts = file.startsWith(prefix)
                && file.indexOf('/', prefix.length()) < 0
                && file.indexOf('\\') < 0
                && file.matches(".*\\.(env|properties|json)")
                && file.lastIndexOf('.') > prefix.length();
        return isPrompts ? Optional.of(file.substring(prefix.length(), file.lastIndexOf('.'))) : Optional.empty();
    }

    /**
     * The name of the prompt file for a new language.
     *
     * @param others the prompt files that there are, whose format it gets
     */
    String promptFile(String tag, List<String> others) {
        if (!TAG.matcher(tag).matches()) {
            throw new EditException("\"" + tag + "\" is not a language tag such as fr or fr-CA.");
        }
        String format = others.isEmpty()
                ? ".env"
                : others.get(0).substring(others.get(0).lastIndexOf('.'));
        return promptFolder() + "/" + (isTemplate ? "survey-" : "") + tag + format;
    }

    /** Refuses a file that is not one of the survey's own. */
    void requireOwn(String file) {
        if (!file.equals(definition()) && language(file).isEmpty()) {
            throw new EditException(file + " is not a file of the survey.");
        }
    }

    /** The texts of all files, by their path in the folder. */
    Map<String, String> read() {
        Map<String, String> texts = new TreeMap<>();
        try {
            read(definition()).ifPresent(text -> texts.put(definition(), text));
            for (String name : promptFiles()) {
                read(name).ifPresent(text -> texts.put(name, text));
            }
        } catch (IOException e) {
            throw new EditException("The survey in " + folder + " can't be read: " + e.getMessage(), e);
        }
        return texts;
    }

    private List<String> promptFiles() throws IOException {
        Path prompts = folder.resolve(promptFolder());
        if (!Files.isDirectory(prompts)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(prompts)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> promptFolder() + "/" + file.getFileName())
                    .filter(name -> language(name).isPresent())
                    .sorted()
                    .toList();
        }
    }

    /** A file that another program replaces at this moment may be missing. */
    private Optional<String> read(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new EditException(file + " is larger than " + MAX_BYTES + " bytes");
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            throw new EditException(file + " is not valid UTF-8; save it as UTF-8 first", e);
        }
    }

    /**
     * Writes files, each as a whole. Nothing is written if one of them is not as expected on disk.
     *
     * @param expected the texts that the files have on disk
     * @throws ConflictException with the names of the files that another program has changed
     */
    synchronized void write(Map<String, String> expected, Map<String, String> texts) {
        texts.keySet().forEach(this::requireOwn);
        Map<String, String> onDisk = read();
        List<String> others = texts.keySet().stream()
                .filter(name -> !isSame(onDisk.get(name), expected.get(name)))
                .toList();
        if (!others.isEmpty()) {
            throw new ConflictException(others);
        }
        try {
            Map<Path, Path> written = new LinkedHashMap<>();
            try {
                for (Map.Entry<String, String> file : texts.entrySet()) {
                    Path target = folder.resolve(file.getKey());
                    target = Files.exists(target) ? target.toRealPath() : target;
                    written.put(target, writtenBeside(target, file.getValue()));
                }
                for (Map.Entry<Path, Path> file : written.entrySet()) {
                    Files.move(file.getValue(), file.getKey(), StandardCopyOption.ATOMIC_MOVE);
                }
            } finally {
                for (Path temporary : written.values()) {
                    Files.deleteIfExists(temporary);
                }
            }
        } catch (IOException e) {
            throw new EditException("The survey in " + folder + " can't be written: " + e.getMessage(), e);
        }
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }

    /** A file with the new text and the permissions of the old one. */
    private static Path writtenBeside(Path target, String text) throws IOException {
        Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
        if (Files.exists(target)) {
            Files.copy(target, temporary, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(temporary, text);
        return temporary;
    }
}
