package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.definition.Relevance;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.Answer.InputMethod;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.Session;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Surveys whose answers are of use for a limited time. */
class RelevanceTest {
    private static final Address PERSON = Address.of(Shop.PERSON);
    private static final String THREE_DAYS = "{\"for\": \"P3D\"}";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    private static Survey survey(String relevant, String settings) {
        Map<String, String> prompts = Map.of(
                "taste", "How was it, 1 to 5?",
                "again", "Will you come again?",
                "missed", "Sorry, you are too late.",
                "soon", "We start in June.",
                "goodbye", "Goodbye.");
        return Survey.parse("s.json", """
                {"name": "s", "opening": "guess", "goodbye": "goodbye", "relevant": %s, %s "questions": [
                  {"id": "taste", "kind": "rating", "least": 1, "most": 5},
                  {"id": "again", "kind": "yesNo"}
                ]}
                """.formatted(relevant, settings), Prompts.of(Map.of("en", prompts)));
    }

    private static Instant in(Duration time) {
        return twilio.clock().instant().plus(time);
    }

    private static String until(Duration time) {
        return "{\"until\": \"" + in(time) + "\"}";
    }

    private static String from(Duration time) {
        return "{\"from\": \"" + in(time) + "\"}";
    }

    private Session session() {
        return shop.surveys().find(PERSON).orElseThrow();
    }

    private StartResult start(String channel) {
        return shop.surveys().start(channel, PERSON, Invitation.plain());
    }

    @Test
    void an_answer_after_the_end_is_too_late_even_if_no_task_has_run() {
        shop.open(survey(THREE_DAYS, "\"tooLate\": \"missed\","));
        start(Channel.TEXT);
        ana.receives("How was it");

        twilio.advance(Duration.ofDays(2));
        ana.texts("5").receives("Will you come again?");
        twilio.advance(Duration.ofDays(1));
        ana.texts("yes").receives("Sorry, you are too late.");

        assertThat(session().isOver()).isTrue();
        assertThat(session().answers()).doesNotContainKey("again");
        assertThat(session().earlierAnswers())
                .singleElement()
                .satisfies(late -> assertThat(late.inputMethod()).isEqualTo(InputMethod.LATE));
        ana.texts("yes").receives("Sorry, you are too late.");
    }

    @Test
    void a_survey_ends_without_a_word_when_it_is_too_late() {
        shop.open(survey(THREE_DAYS, "\"expires\": \"never\", \"reminders\": [\"P5D\"],"));
        ana.texts("hi").receives("How was it");

        twilio.advance(Duration.ofDays(3));
        assertThat(shop.surveys().runDue().expired()).isEqualTo(1);

        ana.receivesNothing();
        assertThat(session().disposition()).isEqualTo(Disposition.BROKE_OFF);
        twilio.advance(Duration.ofDays(3));
        assertThat(shop.surveys().runDue()).isEqualTo(DueReport.NOTHING);
        ana.texts("5").receives("This survey has ended.");
    }

    @Test
    void a_person_who_is_invited_again_has_the_whole_time_again() {
        shop.open(survey(THREE_DAYS, ""));
        ana.texts("hi").receives("How was it").texts("5").receives("Will you come again?");
        twilio.advance(Duration.ofDays(3));
        shop.surveys().runDue();

        assertThat(start(Channel.TEXT).outcome()).isEqualTo(Outcome.STARTED);
        ana.receives("Will you come again?");
        twilio.advance(Duration.ofDays(2));

        ana.texts("yes").receives("Goodbye.");
    }

    @Test
    void nobody_is_contacted_after_the_end() {
        shop.open(survey(until(Duration.ofHours(1)), "\"tooLate\": \"missed\","));
        twilio.advance(Duration.ofHours(1));

        assertThat(start(Channel.TEXT).outcome()).isEqualTo(Outcome.CLOSED);
        ana.receivesNothing();
        ana.texts("hi").receives("Sorry, you are too late.");
        assertThat(session().disposition()).isEqualTo(Disposition.NOT_STARTED);
        assertThat(ana.calls(App.NUMBER).hears("Sorry, you are too late.").isOver())
                .isTrue();
    }

    @Test
    void a_call_that_is_answered_after_the_end_says_so() {
        shop.open(survey(until(Duration.ofSeconds(10)), ""));
        start(Channel.VOICE);
        twilio.settle();
        twilio.advance(Duration.ofSeconds(10));

        assertThat(ana.answers().hears("This survey has ended.").isOver()).isTrue();
    }

    @Test
    void a_call_in_the_middle_ends_when_it_is_too_late() {
        shop.open(survey(until(Duration.ofMinutes(1)), ""));
        FakeCall call = ana.calls(App.NUMBER).hears("How was it").presses("5").hears("Will you come again?");
        twilio.advance(Duration.ofMinutes(1));

        assertThat(call.presses("1").hears("This survey has ended.").isOver()).isTrue();
    }

    @Test
    void an_invitation_that_was_put_off_until_after_the_end_is_not_sent() {
        shop.open(survey(
                until(Duration.ofHours(1)),
                "\"zone\": \"UTC\", \"quietHours\": {\"from\": \"11:00\", \"to\": \"14:00\"},"));
        assertThat(start(Channel.TEXT).outcome()).isEqualTo(Outcome.DEFERRED);

        twilio.advance(Duration.ofHours(2));
        shop.surveys().runDue();

        ana.receivesNothing();
        assertThat(session().isOver()).isTrue();
    }

    @Test
    void an_invitation_before_the_beginning_is_sent_then() {
        shop.open(survey(from(Duration.ofDays(1)), "\"tooEarly\": \"soon\","));

        StartResult result = start(Channel.TEXT);
        assertThat(result)
                .isEqualTo(
                        StartResult.later(Outcome.DEFERRED, "The survey has not started yet.", in(Duration.ofDays(1))));
        ana.texts("hi").receives("We start in June.");
        twilio.advance(Duration.ofDays(1));
        shop.surveys().runDue();

        ana.texts("hi").receives("How was it");
    }

    @Test
    void a_person_who_came_too_early_has_the_whole_time_later() {
        String tomorrow = from(Duration.ofDays(1)).replace("}", ", \"for\": \"PT12H\"}");
        shop.open(survey(tomorrow, ""));
        ana.texts("hi").receives("This survey has not started yet.");

        twilio.advance(Duration.ofDays(1));

        ana.texts("hi").receives("How was it").texts("5").receives("Will you come again?");
    }

    @Test
    void the_beginning_has_words_of_the_library() {
        shop.open(survey(from(Duration.ofDays(1)), ""));

        assertThat(ana.calls(App.NUMBER)
                        .hears("This survey has not started yet.")
                        .isOver())
                .isTrue();
        assertThat(session().disposition()).isEqualTo(Disposition.NOT_STARTED);
    }

    @Test
    void the_times_have_problems_with_their_places() {
        assertThatThrownBy(() -> survey("{}", ""))
                .hasMessageContaining("relevant needs \"from\", \"until\" or \"for\"");
        assertThatThrownBy(() -> survey("{\"until\": \"tomorrow\"}", ""))
                .hasMessageContaining("relevant.until is \"tomorrow\", which is not a time with its offset");
        assertThatThrownBy(
                        () -> survey("{\"from\": \"2026-06-02T08:00:00Z\", \"until\": \"2026-06-01T08:00:00Z\"}", ""))
                .hasMessageContaining("relevant.until must be after \"from\"");
    }

    @Test
    void the_times_are_written_as_they_were_read_and_built() {
        Instant from = Instant.parse("2026-06-01T08:00:00Z");
        Instant until = Instant.parse("2026-07-01T08:00:00Z");
        Survey survey = survey(
                "{\"from\": \"2026-06-01T08:00:00Z\", \"until\": \"2026-07-01T10:00:00+02:00\", \"for\": \"P3D\"}", "");

        assertThat(survey.relevance())
                .isEqualTo(Relevance.ALWAYS.withFrom(from).withUntil(until).withTime(Duration.ofDays(3)));
        assertThat(Survey.fromJson(survey.toJson()).relevance()).isEqualTo(survey.relevance());
    }
}
