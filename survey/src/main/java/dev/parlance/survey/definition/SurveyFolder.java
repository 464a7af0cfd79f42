package dev.parlance.survey.definition;

import dev.parlance.Problem;
import dev.parlance.prompt.Language;
import dev.parlance.prompt.MediaSource;
import dev.parlance.prompt.PromptException;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.QuestionKind;
import dev.parlance.survey.words.Words;
import dev.parlance.translation.Translations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with a survey: {@code survey.json} and {@code prompts}, and the recordings and pictures that the prompts name; or, as in
 * the Twilio SAM template, {@code survey-config.json} and {@code voice-prompts}.
 *
 * <pre>{@code
 * Survey survey = SurveyFolder.at(Path.of("survey")).load();
 * }</pre>
 */
public final class SurveyFolder {
    private static final String OWN = "survey.json";
    private static final String SEED = "survey-config.json";
    private static final String SEED_LANGUAGE = "en-US";

    private static final String PROMPTS = "prompts";
    /** Deep enough for recordings in a folder for each language: {@code audio/zu/welcome.mp3}. */
    private static final int DEPTH = 4;

    private final Source source;
    private final boolean hasPseudoLanguage;

    private SurveyFolder(Source source, boolean hasPseudoLanguage) {
        this.source = source;
        this.hasPseudoLanguage = hasPseudoLanguage;
    }

    /** A folder on disk. */
    public static SurveyFolder at(Path folder) {
        return new SurveyFolder(new Disk(folder), false);
    }

    /**
     * A folder on the class path, in a directory or in a jar.
     *
     * @param anchor a class from the same directory or jar as the folder
     * @param folder the folder's path from the root of the class path: {@code survey} or {@code com/example/survey}
     */
    public static SurveyFolder classpath(Class<?> anchor, String folder) {
        return new SurveyFolder(new Classpath(anchor, folder), false);
    }

    /**
     * Returns a copy whose survey also has the pseudo-language of its default language, such as {@code en-XA}: everything that
     * the survey says in it is in brackets, accented and about 35 % longer. Use it in a test, to find texts that are not in the
     * prompts, and labels that are too long.
     */
    public SurveyFolder withPseudoLanguage() {
        return new SurveyFolder(source, true);
    }

    /**
     * Returns a copy in which some files have other texts than on disk, as an editor has them before it saves them. Recordings and
     * pictures are those on disk.
     *
     * <pre>{@code
     * String definition = "{\"name\": \"tea\", \"questions\": [{\"id\": \"taste\", \"kind\": \"text\"}]}";
     * Map<String, String> unsaved = Map.of("survey.json", definition, "prompts/en.env", "taste=How was your tea?");
     * SurveyFolder.at(Path.of("survey")).withTexts(unsaved).load();
     * }</pre>
     *
     * @param textsByFile the texts of all the survey's own files, by their path in the folder: {@code survey.json}, {@code
     *     prompts/es-MX.env}. A file that is not among them does not exist.
     * @throws SurveyException if the folder is on the class path
     */
    public SurveyFolder withTexts(Map<String, String> textsByFile) {
        Path folder = source.disk()
                .orElseThrow(() -> new SurveyException("Only a folder on disk can have other texts, not " + source));
        return new SurveyFolder(new EditedFolder(new Disk(folder), Map.copyOf(textsByFile)), hasPseudoLanguage);
    }

    /**
     * The translations of the prompts, with what the survey uses each prompt for.
     *
     * <pre>{@code
     * TranslationSheet french = SurveyFolder.at(Path.of("survey")).translations().to("fr-FR");
     * Files.writeString(Path.of("fr-FR.xlf"), french.toXliff());
     * }</pre>
     *
     * @param kinds the application's own question kinds
     * @throws SurveyException if there is no {@code survey.json}, it is not valid JSON, or the folder is on the class path
     */
    public Translations translations(QuestionKind... kinds) {
        SurveyBuilder survey = readUnchecked(kinds);
        Path folder = source.disk()
                .orElseThrow(() ->
                        new SurveyException("Translations can only be written to a folder on disk, not to " + source));
        Optional<Language> language = readablePrompts().map(Prompts::defaultLanguage);
        return Translations.of(folder.resolve(PROMPTS))
                .withContexts(
                        language.map(texts -> PromptContexts.of(survey, texts)).orElseGet(Map::of))
                .withSentences(
                        tag -> survey.fallbackLanguage.isPresent() ? Map.of() : sentences(survey, noPrompts(tag)));
    }

    /**
     * Reads the survey.
     *
     * @param kinds the application's own question kinds
     * @throws SurveyException with all problems of the definition, and with those of the prompts if they have some too
     * @throws PromptException with all problems of the prompts, if the definition has none
     */
    public Survey load(QuestionKind... kinds) {
        Optional<String> own = read(OWN);
        if (own.isPresent()) {
            return load(this::prompts, prompts -> Survey.parse(OWN, own.get(), prompts, kinds));
        }
        if (hasPseudoLanguage) {
            throw new SurveyException(
                    "Only a survey with " + OWN + " can have a pseudo-language; " + source + " has no such file");
        }
        String seed = read(SEED)
                .orElseThrow(() -> new SurveyException("There is no survey in " + source + ": it has neither " + OWN
                        + " with a folder prompts, nor " + SEED + " with a folder voice-prompts"));
        return load(
                () -> SamTemplateSurvey.prompts(source.prompts("voice-prompts"), SEED_LANGUAGE),
                prompts -> SamTemplateSurvey.parse(SEED, seed, prompts));
    }

    private static Survey load(Supplier<Prompts> prompts, Function<Prompts, Survey> parse) {
        Prompts loaded;
        try {
            loaded = prompts.get();
        } catch (PromptException e) {
            throw together(e, parse);
        }
        return parse.apply(loaded);
    }

    /** The problems of the prompts, together with those that the definition has as well. */
    private static RuntimeException together(PromptException ofPrompts, Function<Prompts, Survey> parse) {
        if (ofPrompts.readable().isEmpty()) {
            return ofPrompts;
        }
        try {
            Survey unused = parse.apply(ofPrompts.readable().get());
            return ofPrompts;
        } catch (SurveyException ofSurvey) {
            List<Problem> all = new ArrayList<>(ofPrompts.problems());
            if (all.isEmpty()) {
                all.add(Problem.of(String.valueOf(ofPrompts.getMessage())));
            }
            all.addAll(ofSurvey.problems());
            SurveyException both = SurveyException.of(all);
            both.addSuppressed(ofPrompts);
            both.addSuppressed(ofSurvey);
            return both;
        }
    }

    private Prompts prompts() {
        PromptSource prompts = source.prompts(PROMPTS);
        return Prompts.builder(hasPseudoLanguage ? PseudoPrompts.addedTo(prompts) : prompts)
                .media(source.media())
                .build();
    }

    /**
     * The sentences that a language must have in its prompts, because this library has none in that language: their keys, such
     * as {@code survey.goodbye}, with the English texts. The language need not have prompts yet.
     *
     * @param kinds the application's own question kinds
     * @throws SurveyException if there is no {@code survey.json}, or it is not valid JSON
     * @throws PromptException if the tag is malformed
     */
    public Map<String, String> missingSentences(String tag, QuestionKind... kinds) {
        SurveyBuilder survey = readUnchecked(kinds);
        return sentences(
                survey, readablePrompts().flatMap(prompts -> prompts.find(tag)).orElseGet(() -> noPrompts(tag)));
    }

    private SurveyBuilder readUnchecked(QuestionKind... kinds) {
        String text = read(OWN).orElseThrow(() -> new SurveyException("There is no " + OWN + " in " + source));
        return SurveyReader.readUnchecked(OWN, text, Kinds.STANDARD.and(List.of(kinds)));
    }

    private static Language noPrompts(String tag) {
        return Prompts.of(Map.of(tag, Map.of())).defaultLanguage();
    }

    private static Map<String, String> sentences(SurveyBuilder survey, Language language) {
        Map<String, String> missing = new TreeMap<>(Words.missing(language));
        missing.keySet().retainAll(NeededWords.of(survey, missing.keySet()));
        return missing;
    }

    private Optional<Prompts> readablePrompts() {
        try {
            return Optional.of(prompts());
        } catch (PromptException e) {
            return e.readable();
        }
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
    interface Source {
        Optional<String> text(String file) throws IOException;

        PromptSource prompts(String folder);

        /** The recordings and pictures. */
        MediaSource media();

        String state() throws IOException;

        /** The folder, if it is on disk. */
        Optional<Path> disk();
    }

    record Disk(Path folder) implements Source {
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
        public MediaSource media() {
            return MediaSource.folder(folder);
        }

        @Override
        public Optional<Path> disk() {
            return Optional.of(folder);
        }

        @Override
        public String state() throws IOException {
            try (Stream<Path> files = Files.walk(folder, DEPTH)) {
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
        public MediaSource media() {
            return MediaSource.classpath(anchor, folder);
        }

        @Override
        public Optional<Path> disk() {
            return Optional.empty();
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
