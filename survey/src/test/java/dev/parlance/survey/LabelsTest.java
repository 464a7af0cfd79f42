package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Question;
import dev.parlance.testkit.ForEachTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Results for statistics programs. */
class LabelsTest {
    private static final int FIRST_ANSWER = 10;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    @BeforeEach
    void two_people_answer() {
        Map<String, String> english = Map.of(
                "dishes", "What did you have?",
                "dishes.soup", "Soup",
                "dishes.salad", "Salad, green",
                "spoon", "Was there a spoon?",
                "taste", "1 to 5?");
        Map<String, String> spanish = Map.of(
                "dishes", "¿Qué comió?",
                "dishes.soup", "Sopa",
                "dishes.salad", "=Ensalada",
                "spoon", "¿Había cuchara?",
                "taste", "¿1 a 5?");
        shop.open(Survey.builder("lunch")
                .prompts(Prompts.of(Map.of("en", english, "es", spanish)))
                .ask(
                        Question.choices("dishes", "soup", "salad"),
                        Question.yesNo("spoon"),
                        Question.rating("taste", 1, 5))
                .build());
        twilio.phone("+15005550006")
                .texts("hi")
                .texts("English")
                .texts("1 and 2")
                .texts("yes")
                .texts("5");
        twilio.phone("+15005550009").texts("hi").texts("English").texts("2");
    }

    private List<List<String>> answerCells(String language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        shop.surveys().results().csvWithLabels(out, language);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)))
                .map(cells -> cells.subList(FIRST_ANSWER, cells.size()))
                .toList();
    }

    @Test
    void labels_stand_beside_values_and_each_option_has_a_column() {
        assertThat(answerCells("en"))
                .containsExactlyInAnyOrder(
                        List.of(
                                "dishes",
                                "label.dishes",
                                "option.dishes.soup",
                                "option.dishes.salad",
                                "spoon",
                                "label.spoon",
                                "taste"),
                        List.of("\"soup, salad\"", "\"Soup, Salad, green\"", "1", "1", "yes", "yes", "5"),
                        List.of("salad", "\"Salad, green\"", "0", "1", "", "", ""));
    }

    @Test
    void labels_are_in_the_requested_language_and_no_formulas() {
        assertThat(answerCells("es-MX"))
                .contains(List.of("salad", "'=Ensalada", "0", "1", "", "", ""))
                .hasSize(3);
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> answerCells("fi"))
                .withMessage("The survey \"lunch\" has no language fi; it has [en, es]");
    }
}
