package dev.parlance.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.parlance.prompt.Prompts;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
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

    /** Whatever follows the whole survey once per question allocates more per question in a larger survey. */
    @Test
    void loading_a_larger_survey_takes_no_more_memory_per_question() {
        loadLarge(100);
        long small = loadLarge(400) / 400;
        long large = loadLarge(2_000) / 2_000;

        assertThat(large).as("bytes per question").isLessThan(small * 5 / 4);
    }

    /** Loads a survey with conditions, jumps, computations and a scale, and returns the bytes that this allocates. */
    private static long loadLarge(int count) {
        Map<String, String> texts = new HashMap<>(Map.of("agree.yes", "Agree", "agree.no", "Disagree"));
        StringJoiner questions = new StringJoiner(",");
        for (int i = 0; i < count; i += 4) {
            texts.put("q" + i, i == 0 ? "How is it?" : "After {q" + (i - 4) + "}?");
            texts.put("q" + i + ".unanswered", "-");
            texts.put("q" + (i + 1), "And now?");
            texts.put("q" + (i + 3), "Why?");
            String when = i == 0 ? "" : ",'when':{'answer':'q0','atLeast':1}";
            questions.add("{'id':'q" + i + "','kind':'rating','least':0,'most':5" + when + "}");
            questions.add("{'id':'q" + (i + 1) + "','kind':'choice','scale':'agree'," + "'next':[{'when':{'answer':'q"
                    + i + "','is':5},'to':'q" + (i + 3) + "'}]}");
            questions.add("{'id':'q" + (i + 2) + "','kind':'compute','sum':['q" + i + "','q0']}");
            questions.add("{'id':'q" + (i + 3) + "','kind':'text','when':{'answer':'q" + (i + 2) + "','moreThan':4}}");
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        Survey survey = survey("'scales':{'agree':{'options':['yes','no']}},", questions.toString(), texts);

        assertThat(survey.questions()).hasSize(count);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
