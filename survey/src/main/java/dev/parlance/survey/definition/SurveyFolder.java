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
 * A folder that has a survey: {@code survey.json} with {@code prompts} beside it; or that of the Twilio SAM template, {@code
 * survey-config.json} with {@code voice-prompts}.
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

    /** The survey of this folder. */
    public static SurveyFolder at(Path folder) {
        return new SurveyFolder(folder);
    }

    /**
     * Reads it.
     *
     * @param kinds the application's own kinds of questions
     * @throws dev.parlance.prompt.PromptException with all that is wrong in its prompts
     * @throws SurveyException with all that is wrong in its definition
     */
    public Survey load(QuestionKind... kinds) {
        if (Files.exists(folder.resolve(OWN))) {
            return Survey.load(folder.resolve(OWN), Prompts.from(folder.resolve("prompts")), kinds);
        }
        if (Files.exists(folder.resolve(SEED))) {
            return SeedSurvey.load(folder, SEED_LANGUAGE);
        }
        throw new SurveyException("There is no survey in " + folder + ": it has neither " + OWN
                + " with a folder prompts," + " nor " + SEED + " with a folder voice-prompts");
    }

    /** Names, sizes and times of its files: another text when one of them has been written. */
    public String state() {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(SurveyFolder::state)
                    .collect(Collectors.joining("\n"));
        } catch (IOException | UncheckedIOException e) {
            throw new SurveyException("The folder " + folder + " cannot be read: " + e, e);
        }
    }

    /** An editor that saves may take a file away for a moment. */
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
