package dev.parlance.survey.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Repeat;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.question.Question;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies in each language, as people write and say them. */
class RepliesTest {
    private static final Instant NOW = Instant.parse("2026-05-13T12:00:00Z");
    private static final double GOAL = 0.95;

    private final Survey survey = SurveyFolder.at(folder()).load();

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "en", "es", "fr", "hi", "pt", "zh"})
    void replies_are_understood_and_none_is_taken_for_something_else(String language) {
        ReplyReport report =
                ReplyTable.read(folder().resolve(language + ".tsv")).run(survey, NOW);

        assertThat(report.misread()).extracting(RepliesTest::shown).isEmpty();
        assertThat(report.understood())
                .as(() -> "Asked again: "
                        + report.notUnderstood().stream()
                                .map(RepliesTest::shown)
                                .toList())
                .isGreaterThan(GOAL);
    }

    @Test
    void a_report_is_the_table_with_the_outcomes(@TempDir Path temporary) throws IOException {
        ReplyReport report = ReplyTable.of(List.of(
                        new TestReply("rating", "en-US", "text", "I'd say 4", "4"),
                        new TestReply("rating", "en-US", "text", "4/5", "4"),
                        new TestReply("transport", "en-US", "voice", "for", "foot"),
                        new TestReply("transport", "en-US", "text", "car or bus", "?"),
                        new TestReply("yesNo", "en-US", "text", "who is this?", "?"),
                        new TestReply("age", "en-US", "text", "STOP", "STOP"),
                        new TestReply("age", "en-US", "text", "español", "LANG:es-MX")))
                .run(survey, NOW);

        report.write(temporary.resolve("out.tsv"));

        assertThat(Files.readAllLines(temporary.resolve("out.tsv")))
                .containsExactly(
                        "question\tlanguage\tchannel\treply\texpected\toutcome",
                        "rating\ten-US\ttext\tI'd say 4\t4\tread 4",
                        "rating\ten-US\ttext\t4/5\t4\tread 4",
                        "transport\ten-US\tvoice\tfor\tfoot\tconfirm foot",
                        "transport\ten-US\ttext\tcar or bus\t?\twhich car|bus",
                        "yesNo\ten-US\ttext\twho is this?\t?\tagain",
                        "age\ten-US\ttext\tSTOP\tSTOP\tSTOP",
                        "age\ten-US\ttext\tespañol\tLANG:es-MX\tLANG:es-MX");
        assertThat(report.summary()).contains("100.0 % of the clear replies");
    }

    @Test
    void replies_without_an_expected_reading_are_ignored(@TempDir Path temporary) throws IOException {
        Path table = temporary.resolve("replies.tsv");
        Files.writeString(
                table,
                "question\tlanguage\tchannel\treply\texpected\nrating\ten-US\ttext\t4\t\nrating\ten-US\ttext\t5\t5\n");

        assertThat(ReplyTable.read(table).replies())
                .containsExactly(new TestReply("rating", "en-US", "text", "5", "5"));
    }

    @Test
    void a_question_of_a_repeated_group_can_be_tested() {
        Survey shops = Survey.builder("shops")
                .prompts(Prompts.of(Map.of(
                        "en-US",
                        Map.of(
                                "tried",
                                "Tried?",
                                "tried.tea",
                                "Tea",
                                "tried.soup",
                                "Soup",
                                "taste",
                                "How was {item}?"))))
                .ask(Question.choices("tried", "tea", "soup"))
                .ask(Group.of("food", Question.rating("taste", 1, 5)).repeat(Repeat.forEach("tried")))
                .build();

        ReplyReport report = ReplyTable.of(List.of(new TestReply("taste", "en-US", "text", "I'd say 4", "4")))
                .run(shops, NOW);

        assertThat(report.understood()).isEqualTo(1);
    }

    @Test
    void each_malformed_line_of_a_table_is_a_problem(@TempDir Path temporary) throws IOException {
        Path table = temporary.resolve("replies.tsv");
        Files.writeString(table, "question\tlanguage\tchannel\treply\texpected\nrating\ten-US\ttext\t4\nage\t34\n");

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> ReplyTable.read(table))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(problem -> problem.line() + " " + problem.message())
                        .containsExactly("2 has 4 columns, but needs 5", "3 has 2 columns, but needs 5"));
    }

    private static String shown(ReplyReport.Row row) {
        return row.reply().reply() + " (" + row.reply().expected() + "): " + row.outcome();
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(RepliesTest.class.getResource("/replies"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
