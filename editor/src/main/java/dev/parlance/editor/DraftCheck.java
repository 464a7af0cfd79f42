package dev.parlance.editor;

import dev.parlance.Problem;
import dev.parlance.prompt.PromptException;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.translation.PromptFileText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code parlance check} says about a draft, with the places where the page shows it. */
final class DraftCheck {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final SurveyFiles files;
    private final PromptBook book;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Survey> survey = Optional.empty();

    /**
     * A problem or a warning.
     *
     * @param isWarning whether the survey works in spite of it
     * @param file the file, by its path in the survey's folder; empty if it is not in a file
     * @param place where it is in the definition, as a JSON pointer; empty if it is in the prompts
     * @param key the prompt that it is about; empty if it is about none
     */
    record Finding(boolean isWarning, String file, int line, String place, String key, String message) {}

    private DraftCheck(SurveyFiles files, PromptBook book) {
        this.files = files;
        this.book = book;
    }

    static DraftCheck of(SurveyFiles files, Map<String, String> texts, PromptBook book) {
        DraftCheck check = new DraftCheck(files, book);
        check.run(texts);
        return check;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The survey, if it has no problems. */
    Optional<Survey> survey() {
        return survey;
    }

    private void run(Map<String, String> texts) {
        try {
            Survey loaded = SurveyFolder.at(files.folder()).withTexts(texts).load();
            survey = Optional.of(loaded);
            loaded.warnings().forEach(warning -> add(true, warning));
            loaded.prompts().check().warnings().forEach(warning -> add(true, warning));
        } catch (SurveyException e) {
            add(e.problems(), e);
        } catch (PromptException e) {
            add(e.problems(), e);
        }
    }

    private void add(List<Problem> problems, RuntimeException reason) {
        problems.forEach(problem -> add(false, problem));
        if (problems.isEmpty()) {
            add(false, Problem.of(String.valueOf(reason.getMessage())));
        }
    }

    private void add(boolean isWarning, Problem problem) {
        String file = inFolder(files.folder(), problem.file());
        String start = files.folder() + files.folder().getFileSystem().getSeparator();
        String text = (problem.path() + " " + problem.message()).strip().replace(start, "");
        boolean isDefinition = file.equals(files.definition());
        findings.add(new Finding(
                isWarning,
                file,
                problem.line(),
                isDefinition ? pointer(problem.path()) : "",
                isDefinition ? "" : key(file, problem),
                text));
    }

    /** The file's path in the survey's folder. Problems of prompts have the whole path, those of the definition its name. */
    static String inFolder(Path folder, String file) {
        String start = folder + folder.getFileSystem().getSeparator();
        return (file.startsWith(start) ? file.substring(start.length()) : file).replace('\\', '/');
    }

    /** {@code questions[2].next} as {@code /questions/2/next}. */
    private static String pointer(String path) {
        return path.isEmpty()
                ? ""
                : "/" + path.replace("]", "").replace('[', '/').replace('.', '/');
    }

    /** The prompt that has the problem's line; without a line, the one that the message names. */
    private String key(String name, Problem problem) {
        if (!book.names().contains(name)) {
            return "";
        }
        if (problem.line() == 0) {
            Set<String> keys = book.keys();
            return QUOTED.matcher(problem.message())
                    .results()
                    .map(quoted -> quoted.group(1))
                    .filter(keys::contains)
                    .findFirst()
                    .orElse("");
        }
        PromptFileText file = book.file(name);
        String found = "";
        for (String key : file.prompts().keySet()) {
            if (file.line(key) <= problem.line() && file.line(key) >= file.line(found)) {
                found = key;
            }
        }
        return found;
    }
}
