package dev.parlance.quarkus.runtime;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a survey from the class path. */
final class SurveyResources {
    private SurveyResources() {}

    static Survey load(String folder, List<String> promptFiles) {
        String file = folder + "/survey.json";
        try {
            String definition = new String(ResourceFolder.read(file), StandardCharsets.UTF_8);
            Prompts prompts = Prompts.builder(new ResourceFolder(folder + "/prompts", promptFiles))
                    .media(new ResourceMedia(folder))
                    .build();
            return Survey.parse(file, definition, prompts);
        } catch (IOException e) {
            throw new UncheckedIOException("The survey " + file + " can't be read", e);
        }
    }
}
