package dev.parlance.survey.definition;

import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.QuestionKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with a survey: {@code survey.json} and {@code prompts}; or, as in the Twilio SAM template, {@code
 * survey-config.json} and {@code voice-prompts}.
 *
 * <pre>{@code
 * Survey survey = SurveyFolder.at(Path.of("survey")).load();
 * }</pre>
 */
public final class SurveyFolder {
    private static final String OWN = "survey.json";
    private static final String SEED = "survey-config.json";
    private static final String SEED_LANGUAGE = "en-US";

    private final Source source;

    private SurveyFolder(Source source) {
        this.source = source;
    }

    /** A folder on disk. */
    public static SurveyFolder at(Path folder) {
        return new SurveyFolder(new Disk(folder));
    }

    /**
     * A folder on the class path, in a directory or in a jar.
     *
     * @param anchor a class from the same directory or jar as the folder
     * @param folder the folder's path from the root of the class path: {@code survey} or {@code com/example/survey}
     */
    public static SurveyFolder classpath(Class<?> anchor, String folder) {
        return new SurveyFolder(new Classpath(anchor, folder));
    }

    /**
     * Reads the survey.
     *
     * @param kinds the application's own question kinds
     * @throws dev.parlance.prompt.PromptException with all problems of the prompts
     * @throws SurveyException with all problems of the definition
     */
    public Survey load(QuestionKind... kinds) {
        Optional<String> own = read(OWN);
        if (own.isPresent()) {
            return Survey.parse(OWN, own.get(), Prompts.from(source.prompts("prompts")), kinds);
        }
        String seed = read(SEED)
                .orElseThrow(() -> new SurveyException("There is no survey in " + source + ": it has neither " + OWN
                        + " with a folder prompts, nor " + SEED + " with a folder voice-prompts"));
        return SamTemplateSurvey.parse(
                SEED, seed, SamTemplateSurvey.prompts(source.prompts("voice-prompts"), SEED_LANGUAGE));
    }

    private Optional<String> read(String file) {
        try {
            return source.text(file);
        } catch (IOException e) {
            throw new SurveyException("The survey " + source + "/" + file + " can't be read: " + e, e);
        }
    }

    /**
     * A text made of the names, sizes and times of the files; it differs once a file has changed. Use it to load a survey again.
     * Empty for a folder on the class path.
     */
    public String state() {
        try {
            return source.state();
        } catch (IOException | UncheckedIOException e) {
            throw new SurveyException("The folder " + source + " can't be read: " + e, e);
        }
    }

    /** Where the folder is. */
    @Override
    public String toString() {
        return source.toString();
    }

    /** Where the files are. */
    private interface Source {
        Optional<String> text(String file) throws IOException;

        PromptSource prompts(String folder);

        String state() throws IOException;
    }

    private record Disk(Path folder) implements Source {
        @Override
        public Optional<String> text(String file) throws IOException {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        }

        @Override
        public PromptSource prompts(String name) {
            return PromptSource.folder(folder.resolve(name));
        }

        @Override
        public String state() throws IOException {
            try (Stream<Path> files = Files.walk(folder, 2)) {
                return files.filter(Files::isRegularFile)
                        .sorted()
                        .map(Disk::state)
                        .collect(Collectors.joining("\n"));
            }
        }

        /** Tolerates a missing file, because an editor may remove it for a moment while saving. */
        private static String state(Path file) {
            try {
                return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
            } catch (NoSuchFileException e) {
                return file + " gone";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return folder.toString();
        }
    }

    private record Classpath(Class<?> anchor, String folder) implements Source {
        @Override
        public Optional<String> text(String file) throws IOException {
            try (InputStream in = anchor.getResourceAsStream("/" + folder + "/" + file)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        @Override
        public PromptSource prompts(String name) {
            return PromptSource.classpath(anchor, folder + "/" + name);
        }

        @Override
        public String state() {
            return "";
        }

        @Override
        public String toString() {
            return "classpath:" + folder;
        }
    }
}
