package dev.parlance.tools;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The folder of a survey. */
final class SurveyArgument {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FOLDER",
            defaultValue = "survey",
            description =
                    "Folder with survey.json and prompts, or survey-config.json and voice-prompts. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("survey");

    Survey load() {
        return folder().load();
    }

    SurveyFolder folder() {
        return SurveyFolder.at(folder);
    }

    Path path() {
        return folder;
    }
}
