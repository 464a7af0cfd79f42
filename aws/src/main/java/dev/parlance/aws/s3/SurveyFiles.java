package dev.parlance.aws.s3;

import java.util.List;

/** The file names of a survey in a folder or bucket: this library's own, and those of the Twilio SAM template. */
enum SurveyFiles {
    OWN("survey.json", "prompts/"),
    SEED("survey-config.json", "voice-prompts/");

    static final List<SurveyFiles> ALL = List.of(values());

    private final String definition;
    private final String prompts;

    SurveyFiles(String definition, String prompts) {
        this.definition = definition;
        this.prompts = prompts;
    }

    String definition() {
        return definition;
    }

    /** The folder of the prompts, with a trailing slash. */
    String prompts() {
        return prompts;
    }
}
