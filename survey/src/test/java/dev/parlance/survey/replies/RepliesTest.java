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
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            age ; en-US ; about three I'd say ; read 3: "about" around (en.txt:L), "three" number 3 (en-US numbers), "id say" around (en.txt:L): one number
            age ; en-US ; 34 ; read 34: exactly a number
            age ; en-US ; more than 4 ; again: "more than" compare (en.txt:L): no certain number
            age ; en-US ; 200 years ; again: "200" number 200, "years" age (en.txt:L): one number, but it is not valid
            rating ; en-US ; 4 or 5 ; which 4|5: "4" number 4, "or" or (en.txt:L), "5" number 5: one of two numbers
            rating ; en-US ; 4? ; confirm 4: "4" number 4: one number, but the reply asks
            yesNo ; en-US ; blorp yes ; again: "blorp" unknown, "yes" yes (en-US yes): yes or no among unknown words
            yesNo ; en-US ; STOP ; STOP: a command of the words
            yesNo ; en-US ; español ; LANG:es-MX: the name of a language
            transport ; en-US ; the trian please ; confirm train: "the" around (en.txt:L), "trian" read as "trian" as a typo of "train", "please" around (en-US polite): one option
            transport ; en-US ; bus ; read bus: exactly the label of an option
            date ; en-US ; 3 days ago ; read 2026-05-10: "3" number 3, "days" days 1 (en.txt:L), "ago" ago (en.txt:L): one date
            time ; en-US ; half past two ; which 02:30|14:30: "half past" past 30 (en.txt:L), "two" number 2 (en-US numbers): before or after noon
            phone52 ; en-US ; blorp ; again: how "phone" questions read a reply
            """)
    void a_reading_is_explained_by_its_words_and_its_rule(
            String question, String language, String reply, String explained) {
        ReplyReport report = ReplyTable.of(List.of(new TestReply(question, language, "text", reply, "?")))
                .run(survey, NOW);

        assertThat(report.rows().get(0).explanation().replaceAll("txt:\\d+", "txt:L"))
                .isEqualTo(reply + " \u2192 " + explained);
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
