package dev.parlance.tools;

import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.translation.PseudoLanguage;
import dev.parlance.translation.Translations;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The folder of a survey, or a folder of prompts without a survey. */
final class PromptFolderArgument {
    @Parameters(
            index = "0",
            paramLabel = "FOLDER",
            description = "Folder with survey.json and prompts, or folder of prompts.")
    private Path folder = Path.of("survey");

    Translations translations() {
        return isSurvey() ? SurveyFolder.at(folder).translations() : Translations.of(folder);
    }

    Prompts withPseudoLanguage() {
        return isSurvey()
                ? SurveyFolder.at(folder).withPseudoLanguage().load().prompts()
                : Prompts.from(PseudoLanguage.addedTo(PromptSource.folder(folder)));
    }

    Path prompts() {
        return isSurvey() ? folder.resolve("prompts") : folder;
    }

    private boolean isSurvey() {
        return Files.exists(folder.resolve("survey.json")) || Files.exists(folder.resolve("survey-config.json"));
    }
}
