package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.TimeLimit;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Answer.InputMethod;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.state.SessionState;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.Router;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Questions that wait for their answer for a limited time. */
class TimeLimitTest {
    private static final String OVER = "The time for this question is over.";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    /** A survey with the questions first, code, feel and last, of which "code" has this limit. */
    private static Survey survey(String limit, String settings) {
        return surveyOf("""
                {"id": "first", "kind": "rating", "least": 1, "most": 5},
                {"id": "code", "kind": "number", "answerWithin": %s},
                {"id": "feel", "kind": "text"},
                {"id": "last", "kind": "rating", "least": 1, "most": 5}
                """.formatted(limit), settings);
    }

    private static Survey surveyOf(String questions, String settings) {
        Map<String, String> prompts = Map.of(
                "first", "How was it, 1 to 5?",
                "code", "What is the code?",
                "feel", "How do you feel?",
                "last", "And now, 1 to 5?",
                "drink", "Tea, or other?",
                "drink.tea", "Tea",
                "drink.other", "Other",
                "drink.other.specify", "Which one?",
                "goodbye", "Goodbye.");
        return Survey.parse(
                "s.json",
                "{\"name\": \"s\", \"opening\": \"guess\", \"goodbye\": \"goodbye\", " + settings + " \"questions\": ["
                        + questions + "]}",
                Prompts.of(Map.of("en", prompts)));
    }

    private Session session() {
        return shop.surveys().find(Address.of(Shop.PERSON)).orElseThrow();
    }

    private InputMethod how(String question) {
        return session().answers().get(question).inputMethod();
    }

    private void after(Duration time) {
        twilio.advance(time);
        shop.surveys().runDue();
    }

    private void asksForTheCode() {
        ana.texts("hi").receives("How was it").texts("5").receives("What is the code?");
    }

    @Test
    void by_text_the_survey_goes_on_when_the_time_is_over() {
        shop.open(survey("\"PT10M\"", ""));
        asksForTheCode();

        after(Duration.ofMinutes(9));
        ana.receivesNothing();
        after(Duration.ofMinutes(1));

        ana.receives(OVER + "\n\nHow do you feel?").texts("fine").receives("And now");
        assertThat(how("code")).isEqualTo(InputMethod.TIMED_OUT);
        assertThat(session().answers().get("code").isGiven()).isFalse();
        ana.texts("4").receives("Goodbye.");
        assertThat(session().disposition()).isEqualTo(Disposition.COMPLETED);
    }

    @Test
    void an_answer_in_time_counts() {
        shop.open(survey("\"PT10M\"", ""));
        asksForTheCode();

        twilio.advance(Duration.ofMinutes(9));
        ana.texts("123").receives("How do you feel?");
        after(Duration.ofMinutes(5));

        ana.receivesNothing();
        assertThat(session().answers().get("code").value().text()).isEqualTo("123");
    }

    @Test
    void an_answer_after_the_time_is_too_late_even_if_no_task_has_run() {
        shop.open(survey("\"PT10M\"", ""));
        asksForTheCode();

        twilio.advance(Duration.ofMinutes(10));
        ana.texts("123").receives(OVER + "\n\nHow do you feel?");
        shop.surveys().runDue();

        ana.receivesNothing();
        assertThat(how("code")).isEqualTo(InputMethod.TIMED_OUT);
        Answer late = session().earlierAnswers().get(0);
        assertThat(late.inputMethod()).isEqualTo(InputMethod.LATE);
        assertThat(late.value().text()).isEqualTo("123");
    }

    @Test
    void a_confirmation_after_the_time_is_too_late() {
        shop.open(surveyOf("""
                {"id": "code", "kind": "number", "answerWithin": "PT10M"},
                {"id": "feel", "kind": "text"}
                """, "\"confidence\": 1,"));
        ana.texts("hi").receives("What is the code?").texts("it is 123").receives("123");

        twilio.advance(Duration.ofMinutes(10));

        ana.texts("yes").receives(OVER + "\n\nHow do you feel?");
    }

    @Test
    void the_survey_can_go_elsewhere() {
        shop.open(survey("{\"time\": \"PT10M\", \"then\": \"last\"}", ""));
        asksForTheCode();

        after(Duration.ofMinutes(10));

        ana.receives(OVER + "\n\nAnd now, 1 to 5?").texts("4").receives("Goodbye.");
        assertThat(session().answers()).doesNotContainKey("feel");
    }

    @Test
    void the_survey_can_end() {
        shop.open(survey("{\"time\": \"PT10M\", \"then\": \"end\"}", ""));
        asksForTheCode();

        after(Duration.ofMinutes(10));

        ana.receives(OVER + "\n\nGoodbye.").texts("4").receives("You have already completed this survey.");
        assertThat(session().disposition()).isEqualTo(Disposition.COMPLETED);
    }

    @Test
    void a_question_that_decides_who_takes_part_ends_the_survey() {
        shop.open(surveyOf("""
                {"id": "code", "kind": "number", "answerWithin": "PT10M",
                 "next": [{"when": {"answer": "code", "lessThan": 100}, "to": "screenOut"}]},
                {"id": "feel", "kind": "text"}
                """, ""));
        ana.texts("hi").receives("What is the code?");

        after(Duration.ofMinutes(10));

        ana.receives("we cannot go on without it");
        assertThat(session().disposition()).isEqualTo(Disposition.UNKNOWN_ELIGIBILITY);
    }

    @Test
    void a_reminder_does_not_extend_the_time() {
        shop.open(survey("\"PT10M\"", "\"reminders\": [\"PT5M\"],"));
        asksForTheCode();

        after(Duration.ofMinutes(5));
        ana.receives("We are still waiting for your answer.\n\nWhat is the code?");
        after(Duration.ofMinutes(5));

        ana.receives(OVER + "\n\nHow do you feel?");
    }

    @Test
    void an_invalid_answer_and_help_do_not_extend_the_time() {
        shop.open(survey("\"PT10M\"", ""));
        asksForTheCode();

        twilio.advance(Duration.ofMinutes(9));
        ana.texts("what?").receives("Please answer with a number");
        ana.texts("help").receives("unsubscribe").receives("What is the code?");
        after(Duration.ofMinutes(1));

        ana.receives(OVER + "\n\nHow do you feel?");
    }

    @Test
    void nobody_is_texted_in_quiet_hours() {
        shop.open(survey("\"PT10M\"", "\"zone\": \"UTC\", \"quietHours\": {\"from\": \"12:05\", \"to\": \"13:00\"},"));
        asksForTheCode();

        after(Duration.ofMinutes(10));
        ana.receivesNothing();
        after(Duration.ofMinutes(50));

        ana.receives(OVER + "\n\nHow do you feel?");
    }

    @Test
    void back_passes_by_a_question_whose_time_is_over() {
        shop.open(survey("\"PT10M\"", ""));
        asksForTheCode();
        after(Duration.ofMinutes(10));
        ana.receives("How do you feel?");

        ana.texts("back").receives("How was it").texts("3").receives("What is the code?");
        after(Duration.ofMinutes(9));

        ana.receivesNothing().texts("123").receives("How do you feel?");
    }

    @Test
    void stop_works_after_the_time() {
        shop.open(survey("\"PT10M\"", ""));
        asksForTheCode();

        twilio.advance(Duration.ofMinutes(10));
        ana.texts("STOP").receives("unsubscribed");
        shop.surveys().runDue();

        ana.receivesNothing();
    }

    @Test
    void an_option_without_its_words_counts() {
        shop.open(surveyOf("""
                {"id": "drink", "kind": "choice", "answerWithin": "PT10M",
                 "options": ["tea", {"id": "other", "specify": true}]},
                {"id": "feel", "kind": "text"}
                """, ""));
        ana.texts("hi").receives("Tea, or other?").texts("other").receives("Which one?");

        after(Duration.ofMinutes(10));

        ana.receives(OVER + "\n\nHow do you feel?");
        assertThat(session().answers().get("drink").value().text()).isEqualTo("other");
    }

    @Test
    void a_person_who_lets_three_questions_pass_gets_no_more() {
        String question = "{\"id\": \"%s\", \"kind\": \"number\", \"answerWithin\": \"PT10M\"},";
        shop.open(surveyOf(
                question.formatted("code")
                        + question.formatted("first")
                        + question.formatted("last")
                        + "{\"id\": \"feel\", \"kind\": \"text\"}",
                ""));
        ana.texts("hi").receives("What is the code?");

        after(Duration.ofMinutes(10));
        ana.receives("How was it");
        after(Duration.ofMinutes(10));
        ana.receives("And now");
        after(Duration.ofMinutes(10));

        ana.receives(OVER + "\n\nGoodbye.");
        assertThat(session().disposition()).isEqualTo(Disposition.BROKE_OFF);
        after(Duration.ofMinutes(10));
        ana.receivesNothing();
    }

    @Test
    void by_call_the_survey_goes_on_and_listens_no_longer_than_the_time() {
        shop.open(survey("\"PT4S\"", ""));

        FakeCall call = ana.calls(App.NUMBER).hears("How was it").presses("5").hears("What is the code?");
        call.staysSilent().hears(OVER).hears("How do you feel?");

        assertThat(how("code")).isEqualTo(InputMethod.TIMED_OUT);
    }

    @Test
    void an_answering_machine_is_asked_no_more_questions() {
        shop.open(surveyOf("""
                {"id": "code", "kind": "number", "answerWithin": "PT4S"},
                {"id": "feel", "kind": "text"}
                """, ""));

        ana.calls(App.NUMBER).hears("What is the code?").staysSilent().hears("Goodbye.");

        assertThat(session().disposition()).isEqualTo(Disposition.NOT_STARTED);
    }

    @Test
    void by_call_an_answer_after_the_time_is_too_late() {
        shop.open(survey("\"PT4S\"", ""));

        FakeCall call = ana.calls(App.NUMBER).hears("How was it").presses("5").hears("What is the code?");
        twilio.advance(Duration.ofSeconds(5));
        call.presses("123").hears(OVER).hears("How do you feel?");
    }

    @Test
    void after_a_dropped_call_the_survey_goes_on_by_text() {
        shop.open(survey("\"PT10M\"", ""));
        ana.calls(App.NUMBER)
                .hears("How was it")
                .presses("5")
                .hears("What is the code?")
                .hangsUp();

        after(Duration.ofMinutes(11));
        ana.receivesNothing();
        after(Duration.ofMinutes(4));

        ana.receives(OVER + "\n\nHow do you feel?");
    }

    @Test
    void without_a_way_to_write_the_survey_goes_on_when_the_person_calls_again() {
        Surveys calls = Surveys.builder(survey("\"PT10M\"", "\"reminders\": [\"PT15M\"],"))
                .inMemory()
                .clock(twilio.clock())
                .build();
        twilio.number(App.NUMBER).onCall(App.ADDRESS + "/voice");
        twilio.mount(App.ADDRESS, Router.create().post("/voice", calls.voiceWebhook()));
        ana.calls(App.NUMBER)
                .hears("How was it")
                .presses("5")
                .hears("What is the code?")
                .hangsUp();
        twilio.advance(Duration.ofMinutes(20));
        assertThat(calls.runDue()).isEqualTo(DueReport.NOTHING);
        Session dropped = calls.find(Address.of(Shop.PERSON)).orElseThrow();
        assertThat(SessionState.of(dropped).contact().wakeAt().orElseThrow())
                .as("expiry")
                .isEqualTo(twilio.clock().instant().plus(Duration.ofDays(7)).minus(Duration.ofMinutes(20)));

        ana.calls(App.NUMBER).hears("Welcome back").hears(OVER).hears("How do you feel?");
    }

    @Test
    void a_limit_has_problems_with_their_places() {
        assertThatThrownBy(() -> survey("{\"time\": \"PT10M\", \"then\": \"nowhere\"}", ""))
                .hasMessageContaining("questions[1].answerWithin.then goes to \"nowhere\", which does not exist");
        assertThatThrownBy(() -> survey("{\"then\": \"last\"}", ""))
                .hasMessageContaining("questions[1].answerWithin needs \"time\", such as PT10M");
        assertThatThrownBy(() -> survey("\"ten minutes\"", ""))
                .hasMessageContaining("questions[1].answerWithin is \"ten minutes\", which is not a duration");
        assertThatThrownBy(() -> surveyOf(
                        "{\"id\": \"first\", \"kind\": \"statement\", \"answerWithin\": \"PT1M\"},"
                                + "{\"id\": \"feel\", \"kind\": \"text\"}",
                        ""))
                .hasMessageContaining(
                        "questions[0].answerWithin limits the time for an answer, but nobody is asked for one");
        assertThatThrownBy(() -> surveyOf(
                        "{\"id\": \"first\", \"kind\": \"consent\", \"answerWithin\": {\"time\": \"PT1M\", \"then\": \"last\"}},"
                                + "{\"id\": \"feel\", \"kind\": \"text\"},{\"id\": \"last\", \"kind\": \"text\"}",
                        ""))
                .hasMessageContaining("questions[0].answerWithin.then goes on, but a survey must not continue");
    }

    @Test
    void passing_by_a_question_that_decides_who_takes_part_is_a_warning() {
        Survey survey = surveyOf("""
                {"id": "code", "kind": "number", "answerWithin": {"time": "PT10M", "then": "last"},
                 "next": [{"when": {"answer": "code", "lessThan": 100}, "to": "screenOut"}]},
                {"id": "feel", "kind": "text"},
                {"id": "last", "kind": "rating", "least": 1, "most": 5}
                """, "");

        assertThat(survey.warnings())
                .anySatisfy(warning -> assertThat(warning.toString())
                        .contains("questions[0].answerWithin.then goes on to \"last\" when the time is over"));
    }

    @Test
    void a_limit_is_written_as_it_was_read_and_built() {
        Survey survey = survey("{\"time\": \"PT10M\", \"then\": \"last\"}", "");

        assertThat(Survey.fromJson(survey.toJson()).groups()).isEqualTo(survey.groups());
        assertThat(survey.flowChart()).contains("q_code -->|\"after PT10M\"| q_last");
        assertThat(Question.text("feel")
                        .answerWithin(Duration.ofMinutes(10))
                        .settings()
                        .answerWithin())
                .contains(TimeLimit.of(Duration.ofMinutes(10)));
        assertThat(survey.question("code").orElseThrow().settings().answerWithin())
                .contains(TimeLimit.of(Duration.ofMinutes(10)).then("last"));
    }
}
