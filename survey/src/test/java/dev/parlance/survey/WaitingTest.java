package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.Session;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A survey that lets time pass and goes on by itself. */
class WaitingTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    private static Survey survey(String wait, String settings) {
        Map<String, String> prompts = Map.of(
                "pain", "How bad is the pain, 0 to 10?",
                "visit", "When is your visit?",
                "pause", "Thank you. We will ask again.",
                "later", "And now, 0 to 10?",
                "goodbye", "Goodbye.");
        return Survey.parse("s.json", """
                {"name": "s", "opening": "guess", "goodbye": "goodbye", %s "questions": [
                  {"id": "pain", "kind": "rating", "least": 0, "most": 10},
                  {"id": "visit", "kind": "date", "optional": true},
                  %s,
                  {"id": "later", "kind": "rating", "least": 0, "most": 10}
                ]}
                """.formatted(settings, wait), Prompts.of(Map.of("en", prompts)));
    }

    private static final String DAY = "{\"id\": \"pause\", \"kind\": \"wait\", \"for\": \"PT24H\"}";

    private Session session() {
        return shop.surveys().find(Address.of(Shop.PERSON)).orElseThrow();
    }

    @Test
    void by_text_the_next_question_comes_when_the_time_is_over() {
        shop.open(survey(DAY, ""));

        ana.texts("hi")
                .receives("How bad")
                .texts("7")
                .receives("When")
                .texts("skip")
                .receives("We will ask again.");
        twilio.advance(Duration.ofHours(23));
        shop.surveys().runDue();
        ana.receivesNothing();

        twilio.advance(Duration.ofHours(1));
        shop.surveys().runDue();
        ana.receives("And now, 0 to 10?").texts("3").receives("Goodbye.");
        assertThat(session().disposition()).isEqualTo(Disposition.COMPLETED);
    }

    @Test
    void a_person_who_writes_too_early_hears_what_the_survey_waits_for() {
        shop.open(survey(DAY, ""));

        ana.texts("hi")
                .receives("How bad")
                .texts("7")
                .receives("When")
                .texts("skip")
                .receives("We will ask again.");
        ana.texts("it is better now").receives("We will ask again.");
        ana.texts("back").receives("When is your visit?").texts("skip").receives("We will ask again.");
        twilio.advance(Duration.ofHours(25));

        ana.texts("hello?").receives("And now, 0 to 10?");
        shop.surveys().runDue();
        ana.receivesNothing();
    }

    @Test
    void a_survey_can_wait_longer_than_it_takes_to_expire() {
        shop.open(survey(DAY.replace("PT24H", "P30D"), "\"expires\": \"P7D\", \"reminders\": [\"PT24H\"],"));

        ana.texts("hi")
                .receives("How bad")
                .texts("7")
                .receives("When")
                .texts("skip")
                .receives("We will ask again.");
        twilio.advance(Duration.ofDays(29));
        shop.surveys().runDue();
        ana.receivesNothing();
        twilio.advance(Duration.ofDays(1));
        shop.surveys().runDue();

        ana.receives("And now, 0 to 10?");
    }

    @Test
    void a_survey_waits_until_the_morning_of_a_day_that_was_answered() {
        shop.open(survey(
                "{\"id\": \"pause\", \"kind\": \"wait\", \"until\": {\"answer\": \"visit\"}, \"at\": \"10:30\"}",
                "\"zone\": \"America/Mexico_City\","));

        ana.texts("hi").receives("How bad").texts("7").receives("When");
        ana.texts("in 3 days").receives("We will ask again.");
        Session waiting = session();
        assertThat(waiting.isOver()).isFalse();
        twilio.advance(Duration.ofDays(2));
        shop.surveys().runDue();
        ana.receivesNothing();
        twilio.advance(Duration.ofDays(2));
        shop.surveys().runDue();

        ana.receives("And now, 0 to 10?");
    }

    @Test
    void a_survey_does_not_wait_for_a_day_that_is_over_or_not_known() {
        String until = "{\"id\": \"pause\", \"kind\": \"wait\", \"until\": {\"answer\": \"visit\"}}";
        shop.open(survey(until, ""));

        ana.texts("hi")
                .receives("How bad")
                .texts("7")
                .receives("When")
                .texts("skip")
                .receives("And now, 0 to 10?");
    }

    @Test
    void a_person_who_was_called_is_called_again() {
        shop.open(survey(DAY, ""));

        ana.calls(App.NUMBER)
                .hears("How bad")
                .presses("7")
                .hears("When is your visit?")
                .says("skip")
                .hears("We will ask again.");
        twilio.advance(Duration.ofHours(24));
        shop.surveys().runDue();

        ana.answers().hears("And now, 0 to 10?").says("two").hears("Goodbye.");
        assertThat(session().disposition()).isEqualTo(Disposition.COMPLETED);
    }

    @Test
    void nobody_is_contacted_after_stop() {
        shop.open(survey(DAY, ""));

        ana.texts("hi")
                .receives("How bad")
                .texts("7")
                .receives("When")
                .texts("skip")
                .receives("We will ask again.");
        ana.texts("STOP").receives("unsubscribed");
        twilio.advance(Duration.ofHours(25));
        shop.surveys().runDue();

        ana.receivesNothing();
    }

    @Test
    void a_wait_needs_a_time_or_a_day() {
        assertThatThrownBy(() -> survey("{\"id\": \"pause\", \"kind\": \"wait\"}", ""))
                .hasMessageContaining("questions[2] needs either \"for\" or \"until\"");
        assertThatThrownBy(
                        () -> survey("{\"id\": \"pause\", \"kind\": \"wait\", \"until\": {\"answer\": \"pain\"}}", ""))
                .hasMessageContaining("questions[2].until uses \"pain\", whose values are numbers, not dates");
    }

    @Test
    void a_wait_is_written_as_it_was_read() {
        Survey survey =
                survey("{\"id\": \"pause\", \"kind\": \"wait\", \"until\": \"2027-01-01\", \"at\": \"10:30\"}", "");

        assertThat(Survey.fromJson(survey.toJson()).groups()).isEqualTo(survey.groups());
    }
}
