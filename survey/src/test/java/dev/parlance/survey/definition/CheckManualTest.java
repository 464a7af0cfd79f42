package dev.parlance.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The code of docs/CHECKING.md. */
class CheckManualTest {
    private final Path folder = Path.of("../examples/coffee/src/main/resources/survey");

    // snippet: test
    @Test
    void the_survey_has_no_problems_and_no_warnings() {
        Survey survey = SurveyFolder.at(folder).load(); // an exception lists all problems

        assertThat(survey.warnings()).isEmpty();
    }
    // end
}
