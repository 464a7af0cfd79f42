package dev.parlance.aws.s3;

import java.util.List;

/** The two ways in which a survey lies in a folder or a bucket: this project's own, and that of the Twilio SAM template. */
enum SurveyNames {
    OWN("survey.json", "prompts/"),
    SEED("survey-config.json", "voice-prompts/");

    static final List<SurveyNames> ALL = List.of(values());

    private final String definition;
    private final String prompts;

    SurveyNames(String definition, String prompts) {
        this.definition = definition;
        this.prompts = prompts;
    }

    String definition() {
        return definition;
    }

    /** With a slash at its end. */
    String prompts() {
        return prompts;
    }
}
