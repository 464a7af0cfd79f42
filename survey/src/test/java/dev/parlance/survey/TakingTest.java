package dev.parlance.survey;

import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Rules;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Answer;
import dev.parlance.survey.machine.Disposition;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.machine.SurveyEvent;
import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Channel;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.MemorySessions;
import dev.parlance.testkit.FakeCall;
import dev.parlance.testkit.FakePhone;
import dev.parlance.testkit.FakeTwilio;
import dev.parlance.testkit.fault.WebhookFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People who take a survey, as people do. */
class TakingTest {
    @RegisterExtension
    static final FakeTwilio twilio = FakeTwilio.create();

    private static final String PERSON = "+15005550006";
    private final FakePhone ana = twilio.phone(PERSON);
    private final MemorySessions store = MemorySessions.create();
    private App app;
    private Surveys surveys;

    private void open(Survey survey) {
        open(survey, settings -> settings);
    }

    private void open(Survey survey, UnaryOperator<SurveysBuilder> settings) {
        app = new App(twilio, survey, builder -> settings.apply(builder.store(store)));
        surveys = app.surveys();
    }

    @AfterEach
    void close() {
        app.close();
    }

    private Session session() {
        return surveys.find(PERSON).orElseThrow();
    }

    private String answer(String question) {
        return session().answers().get(question).value().text();
    }

    @Test
    void a_repeated_webhook_gets_the_first_reply_and_counts_once() {
        open(Coffee.survey().build());
        ana.texts("hi").receives("How was the coffee");
        twilio.nextWebhook("*/sms", WebhookFault.TWICE);

        ana.texts("4").receives("Would you come again?");

        assertThat(session().answers()).containsOnlyKeys("taste");
        assertThat(session().progress().turn()).isEqualTo(2);
    }

    @Test
    void two_texts_at_the_same_time_are_both_taken_one_after_the_other() {
        open(Coffee.survey().build());
        ana.texts("hi");

        twilio.atOnce(() -> ana.texts("4"), () -> ana.texts("4"));

        assertThat(session().progress().turn()).isEqualTo(3);
        assertThat(answer("taste")).isEqualTo("4");
    }

    @Test
    void one_goes_back_and_answers_anew() {
        open(Coffee.survey().build());
        ana.texts("hi");
        ana.texts("4").receives().body();

        ana.texts("back").receives("Would you");
        ana.receives("How was the coffee");
        ana.texts("2").receives("Why?");
        ana.texts("cold").receives("Would you come again?");

        assertThat(answer("taste")).isEqualTo("2");
        assertThat(session().earlier()).extracting(Answer::question).containsExactly("taste");
    }

    @Test
    void one_asks_for_help_for_a_repeat_and_for_a_new_beginning() {
        open(Coffee.survey().build());
        ana.texts("hi").receives("How was");

        ana.texts("Help!").receives("Reply BACK for the question before");
        ana.texts("back").receives("There is no question before this one.\n\nHow was the coffee");
        ana.texts("Repeat").receives("How was the coffee");
        ana.texts("skip").receives("This question needs an answer.");
        ana.texts("4").receives("Would you come again?");
        ana.texts("restart").receives("How was the coffee");
        assertThat(session().answers()).isEmpty();
        assertThat(session().earlier()).hasSize(1);
    }

    @Test
    void what_is_said_to_an_answer_that_is_none_depends_on_the_attempt() {
        open(Coffee.survey().build());
        ana.texts("hi").receives("How was");

        ana.texts("great").receives("Please answer with a number from 1 to 5.");
        ana.texts("97").receives("Just a number, please: 1, 2, 3, 4 or 5.");
        ana.texts("no idea").receives("Would you come again?");

        assertThat(session().answers().get("taste").how()).isEqualTo(Answer.How.SKIPPED);
    }

    @Test
    void after_too_many_attempts_a_person_takes_over() {
        open(Survey.named("coffee")
                .prompts(Coffee.PROMPTS)
                .opening(OpeningStyle.NONE)
                .ask(Question.rating("taste", 1, 5).attempts(Attempts.thenHandOver(2, "+15005550111")))
                .build());
        FakeCall call = ana.calls(App.NUMBER);

        call.says("what").hears("Please answer with a number from 1 to 5.").hears("How was the coffee");
        call.staysSilent().hears("I am connecting you with somebody.");
        twilio.settle();
        twilio.phone("+15005550111").answers();
        assertThat(session().progress().disposition()).isEqualTo(Disposition.BROKE_OFF);
    }

    @Test
    void stop_ends_it_and_nothing_more_is_sent_until_start() {
        open(Coffee.survey()
                .timing(Coffee.timing(Duration.ofHours(1), Duration.ofDays(1)))
                .build());
        ana.texts("hi").receives("How was");

        ana.texts("  Stop! ").receivesNothing();
        ana.texts("4").receivesNothing();
        twilio.advance(Duration.ofHours(2));
        surveys.due(twilio.clock().instant());
        ana.receivesNothing();

        assertThat(session().progress().disposition()).isEqualTo(Disposition.OPTED_OUT);
        assertThat(surveys.isOptedOut(PERSON)).isTrue();
        assertThat(surveys.begin(Channel.TEXT, PERSON, Invitation.plain())).isEqualTo(Begun.OPTED_OUT);
        ana.texts("START").receives("Welcome back.\n\nHow was the coffee");
        assertThat(surveys.isOptedOut(PERSON)).isFalse();
    }

    @Test
    void who_is_in_the_middle_can_change_the_language() {
        open(Coffee.survey().build());
        ana.texts("hi").receives("How was");

        ana.texts("español").receives("¿Cómo estuvo el café");
        ana.texts("dos").receives("¿Por qué?");
        ana.texts("frío").receives("¿Volvería?");
        ana.texts("English").receives("Would you come again?");

        assertThat(session().answers().get("taste").language()).isEqualTo("es-MX");
    }

    @Test
    void the_language_is_guessed_from_the_number_and_remembered() {
        open(Coffee.survey().build());
        FakePhone luz = twilio.phone("+5215512345678");

        luz.texts("hola").receives("¿Cómo estuvo el café");
        luz.texts("english").receives("How was the coffee");

        App other = new App(twilio, another(), settings -> settings.store(store));
        luz.texts("hola").receives("How was the coffee");
        other.close();
    }

    private static Survey another() {
        return Survey.named("another")
                .prompts(Coffee.PROMPTS)
                .opening(OpeningStyle.NONE)
                .ask(Question.rating("taste", 1, 5))
                .build();
    }

    @Test
    void several_answers_in_one_text_where_that_is_allowed() {
        open(Coffee.survey().rules(Rules.DEFAULT.takingSeveralAnswers()).build());
        ana.texts("hi").receives("How was");

        ana.texts("2, too cold, maybe").receives("Please answer yes or no.");

        assertThat(answer("taste")).isEqualTo("2");
        assertThat(answer("why")).isEqualTo("too cold");
        assertThat(session().answers()).doesNotContainKey("again");
    }

    @Test
    void silence_asks_the_same_again_and_never_begins_anew() {
        open(Coffee.survey().build());
        FakeCall call = ana.calls(App.NUMBER);
        call.hears("How was the coffee")
                .presses("4")
                .hears("Would you come again?")
                .hears("Press 1 for yes");

        call.staysSilent().hears("I did not hear anything").hears("Would you come again?");
        call.presses("#").hears("Would you come again?");
        call.presses("*").hears("To hear the question again, press 1.");
        call.presses("2").hears("How was the coffee");
        call.presses("5").hears("Would you come again?");
        call.says("yes").hears("Thank you. Goodbye.");

        assertThat(answer("taste")).isEqualTo("5");
        assertThat(answer("again")).isEqualTo("yes");
    }

    @Test
    void a_call_that_was_dropped_goes_on_by_text_and_by_another_call() {
        open(Coffee.survey().build());
        ana.calls(App.NUMBER).presses("2").hears("Why?").hangsUp();

        ana.texts("too cold").receives("Would you come again?");
        ana.calls(App.NUMBER)
                .hears("Welcome back.")
                .hears("Would you come again?")
                .presses("2")
                .hears("Thank you.");

        assertThat(session().progress().disposition()).isEqualTo(Disposition.COMPLETED);
        assertThat(session().answers().get("why").channel()).isEqualTo(Channel.TEXT);
        assertThat(session().answers().get("again").channel()).isEqualTo(Channel.VOICE);
    }

    @Test
    void a_recorded_answer_is_put_in_writing() {
        open(Survey.named("coffee")
                .prompts(Coffee.PROMPTS)
                .opening(OpeningStyle.NONE)
                .ask(Question.text("why").recordedOnCalls(), Question.yesNo("again"))
                .build());
        FakeCall call = ana.calls(App.NUMBER);

        call.hears("Why?")
                .hears("Please speak after the tone")
                .says("it was cold")
                .hears("Would you come again?");
        twilio.settle();

        assertThat(session().answers().get("why").recording()).isPresent();
        assertThat(answer("why")).isEqualTo("it was cold");
        call.presses("1").hears("Thank you.");
    }

    @Test
    void who_is_not_sure_to_be_understood_is_asked_back() {
        open(Coffee.survey().build());
        FakeCall call = ana.calls(App.NUMBER);

        call.says("five", 0.3).hears("I understood: 5. Is that right?");
        call.says("no").hears("How was the coffee");
        call.says("four", 0.3).hears("I understood: 4.").presses("1").hears("Would you come again?");

        assertThat(answer("taste")).isEqualTo("4");
    }

    @Test
    void reminders_come_and_then_an_end() {
        open(Coffee.survey()
                .timing(Coffee.timing(Duration.ofHours(24), Duration.ofDays(3)))
                .build());
        surveys.begin(Channel.TEXT, PERSON, Invitation.plain());
        ana.receives("How was the coffee");

        twilio.advance(Duration.ofHours(23));
        assertThat(surveys.due(twilio.clock().instant())).isEqualTo(Sweep.NOTHING);
        twilio.advance(Duration.ofHours(1));
        assertThat(surveys.due(twilio.clock().instant()).reminded()).isEqualTo(1);
        ana.receives("We are still waiting for your answer.\n\nHow was the coffee");
        assertThat(surveys.due(twilio.clock().instant())).isEqualTo(Sweep.NOTHING);
        twilio.advance(Duration.ofDays(3));
        assertThat(surveys.due(twilio.clock().instant()).expired()).isEqualTo(1);
        ana.receivesNothing();
        assertThat(session().progress().disposition()).isEqualTo(Disposition.UNREACHABLE);
        ana.texts("4").receives("This survey has ended.");
    }

    @Test
    void a_session_that_cannot_be_read_stands_in_nobodys_way() {
        open(Coffee.survey()
                .timing(Coffee.timing(Duration.ofHours(1), Duration.ofDays(3)))
                .build());
        store.save(Document.create(
                new Key("session:coffee", "broken"), "", Optional.of(Instant.EPOCH), "{\"format\":99}"));
        ana.texts("hi").receives("How was the coffee");
        twilio.advance(Duration.ofHours(1));

        Sweep sweep = surveys.due(twilio.clock().instant());

        assertThat(sweep.failed()).isEqualTo(1);
        assertThat(sweep.reminded()).isEqualTo(1);
        assertThat(surveys.due(twilio.clock().instant())).isEqualTo(Sweep.NOTHING);
    }

    @Test
    void the_application_can_end_a_session() {
        open(Coffee.survey().build());
        ana.texts("hi").receives("How was the coffee");

        surveys.end(PERSON);

        ana.texts("4").receives("This survey has ended.");
    }

    @Test
    void nobody_is_texted_in_quiet_hours() {
        open(Coffee.survey().timing(Coffee.quiet("05:00", "23:00")).build());

        assertThat(surveys.begin(Channel.TEXT, PERSON, Invitation.plain())).isEqualTo(Begun.LATER);
        ana.receivesNothing();
        twilio.advance(Duration.ofHours(11));
        surveys.due(twilio.clock().instant());
        ana.receivesNothing();
        // It is eleven in the evening in New York, and eight in Los Angeles.
        twilio.advance(Duration.ofHours(5));
        surveys.due(twilio.clock().instant());
        ana.receivesNothing();
        twilio.advance(Duration.ofHours(3));
        surveys.due(twilio.clock().instant());
        ana.receives("How was the coffee");
    }

    @Test
    void a_call_that_nobody_takes_comes_again_and_then_no_more() {
        open(Coffee.survey().build());
        surveys.begin(Channel.VOICE, PERSON, Invitation.plain());
        twilio.settle();
        ana.declines();
        twilio.settle();

        twilio.advance(Duration.ofHours(2));
        assertThat(surveys.due(twilio.clock().instant()).begun()).isEqualTo(1);
        twilio.settle();
        ana.declines();
        twilio.settle();
        twilio.advance(Duration.ofHours(2));
        surveys.due(twilio.clock().instant());

        assertThat(session().progress().disposition()).isEqualTo(Disposition.UNREACHABLE);
    }

    @Test
    void a_call_that_is_taken_is_a_survey() {
        open(Coffee.survey().build());
        surveys.begin(Channel.VOICE, PERSON, Invitation.in("es-MX"));
        twilio.settle();

        ana.answers()
                .hears("¿Cómo estuvo el café")
                .presses("4")
                .hears("¿Volvería?")
                .says("sí")
                .hears("Gracias.");

        assertThat(session().progress().disposition()).isEqualTo(Disposition.COMPLETED);
    }

    @Test
    void who_comes_when_there_are_enough_is_thanked() {
        open(Coffee.survey()
                .quota("fans", 1, Condition.answer("taste").atLeast(4))
                .build());
        ana.texts("hi");
        ana.texts("5").receives().body();
        FakePhone ben = twilio.phone("+15005550009");
        ben.texts("hi").receives("How was");

        ben.texts("5").receives("Thank you. We have all the answers that we need.");

        assertThat(surveys.find("+15005550009").orElseThrow().progress().disposition())
                .isEqualTo(Disposition.SCREENED_OUT);
        ana.texts("STOP");
        FakePhone eve = twilio.phone("+15005550111");
        eve.texts("hi");
        eve.texts("4").receives().body();
        eve.receives("Would you come again?");
    }

    @Test
    void of_many_who_come_at_once_just_as_many_get_a_place_as_there_are() {
        open(Coffee.survey()
                .quota("fans", 3, Condition.answer("taste").atLeast(4))
                .build());
        List<FakePhone> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            people.add(twilio.phone("+1500555020" + i));
        }

        twilio.atOnce(people.stream()
                .map(person -> (Runnable) () -> person.texts("hi").texts("5"))
                .toArray(Runnable[]::new));

        assertThat(people.stream().filter(person -> person.conversation().contains("Would you come again?")))
                .hasSize(3);
        assertThat(surveys.results().summary().dispositions()).containsEntry(Disposition.SCREENED_OUT, 5);
    }

    @Test
    void events_are_told_in_order_and_again_when_a_listener_failed() {
        List<String> told = new ArrayList<>();
        boolean[] broken = {true};
        open(
                Coffee.survey().build(),
                settings -> settings.onEvents(event -> {
                    if (broken[0] && event.event().type() == SurveyEvent.Type.ANSWERED) {
                        throw new IllegalStateException("the bus is down");
                    }
                    told.add(event.event().sequence() + " " + event.event().type());
                }));
        ana.texts("hi");
        ana.texts("4").receives().body();
        ana.receives("Would you come again?");
        assertThat(told).containsExactly("1 STARTED");

        broken[0] = false;
        twilio.advance(Duration.ofMinutes(2));
        assertThat(surveys.due(twilio.clock().instant()).published()).isEqualTo(1);
        ana.texts("yes").receives("Thank you. Goodbye.");

        assertThat(told).containsExactly("1 STARTED", "2 ANSWERED", "3 ANSWERED", "4 COMPLETED");
        assertThat(session().outbox().events()).isEmpty();
    }

    @Test
    void a_session_ends_with_the_definition_that_it_began_with() {
        open(Coffee.survey().build());
        ana.texts("hi").receives("How was");
        app.close();
        Survey narrower = Survey.named("coffee")
                .prompts(Coffee.PROMPTS)
                .opening(OpeningStyle.NONE)
                .ask(Question.yesNo("again"))
                .build();

        open(narrower, SurveysBuilder::migrating);

        ana.texts("4").receives("Would you come again?");
        assertThat(session().revision()).isNotEqualTo(narrower.revision());
        twilio.phone("+15005550009").texts("hi").receives("Would you come again?");
    }

    @Test
    void a_session_moves_to_a_newer_definition_that_breaks_nothing_of_it() {
        open(Coffee.survey().build());
        ana.texts("hi").receives("How was");
        app.close();

        open(Coffee.survey().ask(Question.text("more").prompt("why")).build(), SurveysBuilder::migrating);

        ana.texts("4").receives("Would you come again?");
        ana.texts("no").receives("Why?");
    }

    @Test
    void who_is_forgotten_leaves_nothing_but_the_wish_to_be_left_alone() {
        open(Coffee.survey().build());
        ana.texts("hi");
        ana.texts("STOP");

        surveys.forget(PERSON);

        assertThat(surveys.find(PERSON)).isEmpty();
        assertThat(surveys.isOptedOut(PERSON)).isTrue();
        assertThat(surveys.begin(Channel.TEXT, PERSON, Invitation.plain())).isEqualTo(Begun.OPTED_OUT);
    }
}
