package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.results.AnswerStatistics;
import dev.parlance.survey.results.Summary;
import dev.parlance.survey.session.Disposition;
import dev.parlance.testkit.ForEachTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultsTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private App app;

    @BeforeEach
    void three_people_answer_a_survey() {
        Map<String, String> english = Map.of("recommend", "Would you?", "why", "Why?");
        Map<String, String> spanish = Map.of("recommend", "¿Lo haría?", "why", "¿Por qué?");
        Survey survey = Survey.builder("nps")
                .prompts(Prompts.of(Map.of("en", english, "es", spanish)))
                .opening(OpeningStyle.GUESS)
                .variable("shop", "")
                .ask(Question.nps("recommend"), Question.text("why").optional())
                .build();
        app = new App(twilio, survey, settings -> settings);
        answers("+15005550006", "hi", "10", "=HYPERLINK(\"http://x\"), \"great\"");
        answers("+15005550009", "hi", "3");
        answers("+5215512345678", "hola", "nueve", "saltar");
    }

    private static void answers(String person, String... texts) {
        FakePhone phone = twilio.phone(person);
        for (String text : texts) {
            phone.texts(text);
            twilio.advance(Duration.ofMinutes(1));
        }
    }

    @AfterEach
    void close() {
        app.close();
    }

    private String output(Consumer<ByteArrayOutputStream> write) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write.accept(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_csv_has_a_row_for_each_person_and_no_formulas() {
        String csv = output(app.surveys().results()::csv);

        assertThat(csv.lines()
                        .map(line -> line.replaceAll("[0-9a-f]{32}", "rev").replaceAll("2[-0-9T:]+Z", "time")))
                .containsExactlyInAnyOrder(
                        "respondent,disposition,language,channel,started,ended,revision,occasion,run,undelivered,variable.shop,recommend,why",
                        "+15005550006,COMPLETED,en,text,time,time,rev,,1,0,,10,\"'=HYPERLINK(\"\"http://x\"\"), \"\"great\"\"\"",
                        "+15005550009,PARTIAL,en,text,time,,rev,,1,0,,3,",
                        "+5215512345678,COMPLETED,es,text,time,time,rev,,1,0,,9,");
    }

    @Test
    void a_formula_after_an_invisible_character_or_another_separator_becomes_text() {
        answers("+15005550009", "\uFEFF=cmd|' /C calc'!A0;\uFF1DSUM(A1)");

        assertThat(output(app.surveys().results()::csv)).contains(",3,\"'\uFEFF=cmd|' /C calc'!A0;'\uFF1DSUM(A1)\"");
    }

    @Test
    void json_lines_have_a_document_for_each_person() {
        String lines = output(app.surveys().results()::jsonLines);

        assertThat(lines.lines()).hasSize(3).allMatch(line -> line.startsWith("{\"surveyTo\":\""));
        assertThat(app.surveys().results().json(Address.of("+5215512345678")).orElseThrow())
                .contains("\"surveyTo\" : \"5215512345678\"", "\"languageSet\" : \"es\"", "\"answer\" : 9");
        assertThat(app.surveys().results().json(Address.of("+15005550111"))).isEmpty();
    }

    @Test
    void a_summary_counts_by_question_and_language() {
        Summary summary = app.surveys().results().summary();

        assertThat(summary.respondents()).isEqualTo(3);
        assertThat(summary.dispositions()).isEqualTo(Map.of(Disposition.COMPLETED, 2, Disposition.PARTIAL, 1));
        assertThat(summary.meanTime()).contains(Duration.ofMinutes(2));
        AnswerStatistics all = summary.questions().get("recommend").all();
        assertThat(all.answers()).isEqualTo(3);
        assertThat(all.mean()).hasToString("Optional[7.33]");
        assertThat(all.nps()).hasToString("Optional[33.3]");
        assertThat(summary.questions().get("recommend").byLanguage().get("es").counts())
                .isEqualTo(Map.of("9", 1));
        assertThat(summary.languages()).isEqualTo(Map.of("en", 2, "es", 1));
        assertThat(summary.channels()).isEqualTo(Map.of(Channel.TEXT, 3));
        assertThat(summary.questions().get("recommend").byChannel().get(Channel.TEXT))
                .isEqualTo(all);
        assertThat(summary.questions().get("why").skipped()).isEqualTo(1);
        assertThat(summary.questions().get("why").stoppedHere()).isEqualTo(1);
        assertThat(summary.toJson()).contains("\"nps\" : 33.3");
    }
}
