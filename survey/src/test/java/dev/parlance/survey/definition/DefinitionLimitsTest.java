package dev.parlance.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.prompt.Prompts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Definitions beyond all reasonable limits. */
class DefinitionLimitsTest {
    private static Survey survey(String fields, String questions, Map<String, String> prompts) {
        String json = "{\"name\":\"large\",\"opening\":\"guess\"," + fields + "\"questions\":[" + questions + "]}";
        return Survey.parse("large.json", json.replace('\'', '"'), Prompts.of(Map.of("en", prompts)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'expires':'P999999999999D',    | number | ''                              | expires must be at most ten years",
                "'reminders':['P99999D'],       | number | ''                              | reminders must be at most ten",
                "''                             | number | ,'most':1e40000000              | most must be a number with at most 15 digits",
                "''                             | number | ,'least':1e999999999            | least must be a number with at most 15",
                "''                             | number | ,'least':1e-999999999           | least must be a number with at most 15",
                "''                             | rating | ,'least':1,'most':1e400         | most must be a number with at most 15"
            },
            quoteCharacter = '`')
    void an_excessive_value_is_reported_with_its_place(String fields, String kind, String more, String problem) {
        String question = "{'id':'a','kind':'" + kind + "'" + unquoted(more) + "}";

        assertThatThrownBy(() -> survey(unquoted(fields), question, Map.of("a", "?")))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("large.json:1: ")
                .hasMessageContaining(problem);
    }

    private static String unquoted(String text) {
        return text.equals("''") ? "" : text;
    }

    @Test
    void more_options_than_fit_in_a_text_are_a_problem() {
        String options = IntStream.range(0, 1_000).mapToObj(i -> "'o" + i + "'").collect(Collectors.joining(","));

        assertThatThrownBy(() -> survey("", "{'id':'a','kind':'choice','options':[" + options + "]}", Map.of("a", "?")))
                .hasMessageContaining("questions[0].options has 1000");
    }

    @Test
    void a_thousand_questions_load_quickly() {
        Map<String, String> prompts = new TreeMap<>();
        String questions = IntStream.range(0, 1_000)
                .mapToObj(i -> {
                    prompts.put("q" + i, i == 0 ? "?" : "After {q" + (i - 1) + "}?");
                    prompts.put("q" + i + ".unanswered", "-");
                    String when = i == 0 ? "" : ",'when':{'answer':'q" + (i - 1) + "','atLeast':1}";
                    return "{'id':'q" + i + "','kind':'number'" + when + "}";
                })
                .collect(Collectors.joining(","));
        Instant start = Instant.now();

        Survey survey = survey("", questions, prompts);

        assertThat(survey.questions()).hasSize(1_000);
        Duration time = Duration.between(start, Instant.now());
        System.getLogger("dev.parlance.survey").log(System.Logger.Level.INFO, "Loaded 1,000 questions in " + time);
        assertThat(time)
                .as("time to load; quadratic loading would take over 30 s")
                .isLessThan(Duration.ofSeconds(10));
    }
}
