package dev.parlance.survey.definition;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.QuestionKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with a survey: {@code survey.json} and {@code prompts}; or, as in the Twilio SAM template, {@code
 * survey-config.json} and {@code voice-prompts}.
 *
 * <pre>{@code
 * SurveyFolder folder = SurveyFolder.at(Path.of("survey"));
 * Survey survey = folder.load();
 * String before = folder.state();
 * …
 * if (!folder.state().equals(before)) {
 *     survey = folder.load();
 * }
 * }</pre>
 */
public final class SurveyFolder {
    private static final String OWN = "survey.json";
    private static final String SEED = "survey-config.json";
    private static final String SEED_LANGUAGE = "en-US";

    private final Path folder;

    private SurveyFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns an object that reads this folder. */
    public static SurveyFolder at(Path folder) {
        return new SurveyFolder(folder);
    }

    /**
     * Reads the survey.
     *
     * @param kinds the application's own question kinds
     * @throws dev.parlance.prompt.PromptException with all problems of the prompts
     * @throws SurveyException with all problems of the definition
     */
    public Survey load(QuestionKind... kinds) {
        if (Files.exists(folder.resolve(OWN))) {
            return Survey.load(folder.resolve(OWN), Prompts.from(folder.resolve("prompts")), kinds);
        }
        if (Files.exists(folder.resolve(SEED))) {
            return SamTemplateSurvey.load(folder, SEED_LANGUAGE);
        }
        throw new SurveyException("There is no survey in " + folder + ": it has neither " + OWN
                + " with a folder prompts," + " nor " + SEED + " with a folder voice-prompts");
    }

    /** A text made of the names, sizes and times of the files; it differs once a file has changed. */
    public String state() {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(SurveyFolder::state)
                    .collect(Collectors.joining("\n"));
        } catch (IOException | UncheckedIOException e) {
            throw new SurveyException("The folder " + folder + " can't be read: " + e, e);
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
