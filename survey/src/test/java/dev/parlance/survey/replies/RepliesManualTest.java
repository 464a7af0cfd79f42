package dev.parlance.survey.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The code of the manual. */
class RepliesManualTest {
    private final Survey survey = SurveyFolder.at(file("")).load();

    // snippet: test
    @Test
    void the_survey_understands_its_people() {
        ReplyReport report = ReplyTable.read(file("en.tsv")).run(survey, Instant.parse("2026-05-13T12:00:00Z"));

        assertThat(report.misread()).isEmpty();
        assertThat(report.understood()).isGreaterThan(0.95);
    }
    // end

    private static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(RepliesManualTest.class.getResource("/replies"))
                            .toURI())
                    .resolve(name);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
