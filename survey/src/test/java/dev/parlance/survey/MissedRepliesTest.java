package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.analysis.MissedReplies;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Rules;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.replies.ReplyReport;
import dev.parlance.survey.replies.ReplyTable;
import dev.parlance.survey.results.AnswerStatistics;
import dev.parlance.survey.results.Summary.QuestionSummary;
import dev.parlance.survey.state.MissedReply;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The replies that a survey did not understand, in its results. */
class MissedRepliesTest {
    private static final String BEN = "+15005550009";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    private void openPatientCoffee() {
        shop.open(Coffee.survey()
                .rules(Rules.DEFAULT.withAttempts(Attempts.thenSkip(50)))
                .build());
    }

    private MissedReplies missed() {
        return shop.surveys().results().missedReplies();
    }

    private List<String> missedWords() {
        return missed().rows().stream().map(MissedReplies.Row::reply).toList();
    }

    private QuestionSummary summary(String question) {
        return shop.surveys().results().summary().questions().get(question);
    }

    @Test
    void replies_that_are_asked_again_are_counted_by_question_language_and_channel() {
        openPatientCoffee();
        ana.texts("hi").receives("How was the coffee");
        ana.texts("Meh.").receives("Please answer with a number");
        ana.texts("meh").receives("Just a number");
        ana.texts("4").receives("Would you come again?");
        ana.texts("That depends!");
        FakeCall call = twilio.phone(BEN).calls(App.NUMBER);
        call.says("lukewarm").hears("Please answer with a number");

        assertThat(missed().rows())
                .containsExactly(
                        new MissedReplies.Row("taste", "en", "text", "meh", 2),
                        new MissedReplies.Row("again", "en", "text", "that depends", 1),
                        new MissedReplies.Row("taste", "en", "voice", "lukewarm", 1));
        assertThat(summary("taste").all().missed()).isEqualTo(3);
        assertThat(summary("taste").byLanguage().get("en").missed()).isEqualTo(3);
        assertThat(summary("taste").byChannel().get("voice").missed()).isEqualTo(1);
        assertThat(summary("again").all().missed()).isEqualTo(1);
        assertThat(shop.surveys().results().summary().toJson()).contains("\"missed\" : 3");
    }

    @Test
    void the_newest_sessions_include_those_without_an_answer() {
        openPatientCoffee();
        ana.texts("hi");
        ana.texts("meh");

        assertThat(shop.surveys().results().newest(5)).hasSize(1);
        assertThat(shop.surveys().results().missedReplies(5)).isEqualTo(missed());
    }

    @Test
    void what_is_said_back_is_missed_only_if_the_person_refuses_it() {
        shop.open(Coffee.survey().rules(Rules.DEFAULT.withConfidence(1)).build());
        ana.texts("hi").receives("How was the coffee");
        ana.texts("i'd say 4").receives("I understood: 4. Is that right?");
        ana.texts("yes").receives("Would you come again?");
        assertThat(missedWords()).isEmpty();

        FakePhone ben = twilio.phone(BEN);
        ben.texts("hi").receives("How was the coffee");
        ben.texts("I'd say 4 or so").receives("I understood: 4. Is that right?");
        assertThat(missedWords()).isEmpty();
        ben.texts("no").receives("How was the coffee");

        assertThat(missedWords()).containsExactly("id say 4 or so");
        assertThat(summary("taste").all().missed()).isEqualTo(1);
    }

    @Test
    void what_is_said_back_is_missed_if_the_person_then_answers_something_else() {
        shop.open(Coffee.survey().rules(Rules.DEFAULT.withConfidence(1)).build());
        ana.texts("hi").receives("How was the coffee");
        ana.texts("i'd say 4").receives("I understood: 4. Is that right?");
        ana.texts("5").receives("Would you come again?");

        assertThat(missedWords()).containsExactly("id say 4");
    }

    @Test
    void silence_and_a_question_that_was_not_asked_on_this_channel_are_not_missed_replies() {
        openPatientCoffee();
        FakeCall call = ana.calls(App.NUMBER);
        call.staysSilent().hears("I did not hear anything");
        call.hangsUp();
        ana.texts("meh");

        assertThat(missedWords()).isEmpty();
        assertThat(summary("taste").all().missed()).isZero();
    }

    @Test
    void replies_to_questions_with_personal_answers_are_only_counted() {
        shop.open(Survey.builder("people")
                .prompts(Prompts.of(Map.of("en", Map.of("mail", "Your address?", "age", "How old are you?"))))
                .opening(OpeningStyle.GUESS)
                .ask(Question.email("mail").optional(), Question.number("age", 0, 120))
                .build());
        for (String text : List.of("hi", "it is Ana Ortega", "skip", "ask my mother")) {
            ana.texts(text);
        }

        assertThat(missedWords()).isEmpty();
        assertThat(summary("mail").all().missed()).isEqualTo(1);
        assertThat(summary("age").all().missed()).isEqualTo(1);
        assertThat(shop.session(PERSON).toJson()).doesNotContain("ortega", "mother");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call me at +1 (202) 555-0123 | call me at #",
                "born 12.05.1980, you know | born #, you know",
                "code ٤٥٦٧٨٩ | code #",
                "write to Ana.Ortega@mail.example | write to #",
                "I am @ana_ortega on there | i am # on there",
                "12ana@mail.example or 555(0)123 | # or #",
                "see https://shop.example/?user=ana | see #",
                "see shop.example/ana please | see # please",
                "9.bus or what? | 9.bus or what?",
                "No lo sé, ¿tú? | no lo sé, ¿tú?",
                "\uD83E\uDD37\uD83C\uDFFD whatever | \uD83E\uDD37 whatever",
                "7/5 | 7/5",
                "Either 4\u20135, or... | either 4\u20135, or",
                "-7 | -7",
                "=HYPERLINK(\"x\") | hyperlink x",
                "- none of them | none of them",
                "+CELL thing | cell thing",
                "\uFF1DSUM(CELL)\uFF5Ccmd | sum cell cmd",
                "\"quoted\" nonsense | quoted nonsense"
            })
    void words_are_kept_in_a_plain_form_without_what_could_identify_people(String reply, String kept) {
        openPatientCoffee();
        ana.texts("hi");
        ana.texts(reply);

        assertThat(missedWords()).containsExactly(kept);
    }

    @Test
    void no_reply_is_kept_with_a_long_number_an_address_or_a_formula() {
        Random random = new Random(22);
        int[] signs = "ab1\u0661\u0967 .,-+@:/#?!\"'\uFEFF\uD83E\uDD37\u0301=\uFF1D(|;\n\t"
                .codePoints()
                .toArray();
        Survey survey = Coffee.survey().build();
        for (int i = 0; i < 2_000; i++) {
            Talk talk = Talk.byText(survey);
            talk.text(random.ints(1 + random.nextInt(40), 0, signs.length)
                    .map(each -> signs[each])
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());

            assertThat(talk.session().missed().replies())
                    .extracting(MissedReply::words)
                    .noneMatch(words -> words.matches(".*(\\d{4}|[@\\t\\n\"=]).*"))
                    .noneMatch(words -> words.matches("[-+].*") && !words.matches("[-+]\\d+"));
        }
    }

    @Test
    void a_session_keeps_at_most_twenty_replies_of_at_most_a_hundred_characters() {
        openPatientCoffee();
        ana.texts("hi");
        for (int i = 0; i < 25; i++) {
            ana.texts("nope ".repeat(100) + i);
        }

        assertThat(missed().rows()).hasSize(1);
        assertThat(missed().rows().get(0).reply()).hasSizeBetween(90, 100);
        assertThat(missed().rows().get(0).count()).isEqualTo(20);
        assertThat(summary("taste").all().missed()).isEqualTo(20);
    }

    @Test
    void missed_replies_of_an_earlier_run_still_count() {
        openPatientCoffee();
        for (String text : List.of("hi", "meh", "4")) {
            ana.texts(text);
        }
        shop.surveys().restart(Address.of(PERSON), Surveys.EarlierAnswers.KEEP);
        ana.texts("hi");

        assertThat(missedWords()).containsExactly("meh");
        assertThat(summary("taste").all().missed()).isEqualTo(1);
    }

    @Test
    void forgetting_a_person_erases_their_missed_replies() {
        openPatientCoffee();
        ana.texts("hi");
        ana.texts("meh");

        shop.surveys().forget(Address.of(PERSON));

        assertThat(missedWords()).isEmpty();
        assertThat(summary("taste").all()).extracting(AnswerStatistics::missed).isEqualTo(0);
    }

    @Test
    void a_person_fills_in_the_exported_table_and_tests_the_survey_with_it(@TempDir Path folder) throws IOException {
        openPatientCoffee();
        for (String text :
                List.of("hi", "meh", "lukewarm", "lukewarm", "no idea", "4", "perhaps", "never ever again sir")) {
            ana.texts(text);
        }
        String exported = missed().toTsv();
        assertThat(exported.lines())
                .startsWith("question\tlanguage\tchannel\treply\texpected\tcount", "taste\ten\ttext\tlukewarm\t\t2");
        Path table = Files.writeString(
                folder.resolve("missed.tsv"),
                exported.replace("lukewarm\t\t", "lukewarm\t3\t").replace("perhaps\t\t", "perhaps\t?\t"));

        ReplyReport report = ReplyTable.read(table).run(shop.surveys().survey(), Instant.parse("2026-05-13T12:00:00Z"));

        assertThat(report.rows())
                .extracting(row -> row.reply().reply() + ": " + row.outcome())
                .containsExactly("lukewarm: again", "perhaps: again");
        assertThat(report.misread()).isEmpty();
        assertThat(report.understood()).isZero();
    }
}
