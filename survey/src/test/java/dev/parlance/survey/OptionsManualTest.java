package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.question.Input;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The survey of docs/SURVEYS.md with everything that an option can be. */
class OptionsManualTest {
    private final Survey survey =
            SurveyFolder.at(Path.of("src/test/resources/mood")).load();

    @Test
    void it_has_no_warnings() {
        assertThat(survey.warnings()).isEmpty();
    }

    @Test
    void by_text() {
        Talk talk = Talk.byText(survey);

        assertThat(talk.text("2"))
                .isEqualTo("And how often did you feel tired?"
                        + " 0. Never 1. Some days 2. Every single day 9. I prefer not to say");
        assertThat(talk.text("9"))
                .startsWith("What helped you to be calm? 1. ")
                .doesNotContain("A good sleep")
                .endsWith("3. Something else 4. Nothing in particular");
        assertThat(talk.text("walks and 3")).isEqualTo("What was it?");
        assertThat(talk.text("My garden")).startsWith("What helped most? 1. ").contains("My garden");
        assertThat(talk.text("my garden"))
                .isEqualTo("Besides My garden, what would you like to try?"
                        + " 1. Music 2. Nothing in particular 3. Nothing else");
        assertThat(talk.session().answers().get("tired").value().isRefusal()).isTrue();
        assertThat(talk.answer("helped")).isEqualTo("walks, other");
    }

    @Test
    void by_call() {
        Talk talk = Talk.byCall(survey);

        assertThat(talk.input(Input.keys("1"))).contains("For Never, press 0.").contains("press 9.");
        assertThat(talk.input(Input.keys("0")))
                .contains("For A good sleep, press ")
                .endsWith("For Something else, press 4. For Nothing in particular, press 5.");
        assertThat(talk.input(Input.keys("5")))
                .startsWith("Besides that, what would you like to try?")
                .contains("For Walks, press ");
    }
}
