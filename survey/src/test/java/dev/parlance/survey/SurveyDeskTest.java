package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.definition.EntryRules;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Question;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several surveys on one number. */
class SurveyDeskTest {
    private static final Address ANA = Address.of("+15005550006");

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final DeskApp app = new DeskApp(twilio);

    private final FakePhone ana = twilio.phone(ANA.value());
    private final Surveys coffee = app.surveys(DeskApp.withKeyword("coffee", "COFFEE"));
    private final Surveys tea = app.surveys(DeskApp.withKeyword("tea", "Té"));

    private void open() {
        app.open(desk -> desk.add(coffee).add(tea).fallback(coffee));
    }

    private void openWithInterruptingTea() {
        Survey interrupting = DeskApp.survey("tea")
                .entry(EntryRules.keywords("TEA").withInterrupting())
                .build();
        app.open(desk -> desk.add(coffee).add(app.surveys(interrupting)).fallback(coffee));
    }

    private void texts(String body) {
        twilio.advance(Duration.ofSeconds(1));
        ana.textsTo(App.NUMBER, body);
    }

    private StartResult invite(Surveys survey, String channel) {
        twilio.advance(Duration.ofSeconds(1));
        return survey.start(channel, ANA, Invitation.plain());
    }

    @Test
    void a_keyword_starts_its_survey_in_any_spelling() {
        open();

        texts("te!");

        ana.receives("tea one, 1 to 5?");
    }

    @Test
    void everyone_else_gets_the_fallback() {
        open();

        texts("hello");

        ana.receives("coffee one, 1 to 5?");
    }

    @Test
    void a_person_answers_one_survey_at_a_time() {
        open();
        texts("COFFEE");
        ana.receives("coffee one");
        texts("té");
        ana.receives("Please answer with a number from 1 to 5.");

        assertThat(invite(tea, Channel.TEXT).outcome()).isEqualTo(Outcome.IN_ANOTHER_SURVEY);
        texts("4");
        ana.receives("coffee two?");
        texts("5");
        ana.receives("Thank you");

        assertThat(invite(tea, Channel.TEXT)).isEqualTo(StartResult.STARTED);
        ana.receives("tea one");
        texts("1");
        ana.receives("tea two");
        assertThat(app.answered()).containsExactly("coffee first=4", "coffee second=5", "tea first=1");
    }

    @Test
    void a_refused_invitation_says_why_and_when_to_try_again() {
        open();
        texts("COFFEE");

        StartResult result = invite(tea, Channel.TEXT);

        assertThat(result.reason()).isEqualTo("This person is in the middle of the survey \"coffee\".");
        assertThat(result.until()).contains(twilio.clock().instant().plus(Duration.ofHours(1)));
        assertThat(tea.find(ANA)).isEmpty();
    }

    @Test
    void a_campaign_waits_until_the_other_survey_is_over() {
        open();
        texts("COFFEE");
        Campaign campaign = tea.campaigns().create("june", Channel.TEXT);
        campaign.add(List.of(new Campaign.Recipient(ANA, Invitation.plain())));
        campaign.start();
        twilio.advance(Duration.ofSeconds(1));
        tea.campaigns().run(Duration.ZERO);
        assertThat(campaign.progress().count(Outcome.IN_ANOTHER_SURVEY)).isEqualTo(1);
        ana.receives("coffee one");
        texts("4");
        texts("5");
        ana.receives("coffee two?").receives("Thank you");

        twilio.advance(Duration.ofHours(1));
        tea.campaigns().run(Duration.ZERO);

        ana.receives("tea one");
    }

    @Test
    void a_survey_that_interrupts_takes_over_and_then_the_other_asks_again() {
        openWithInterruptingTea();
        texts("hi");
        ana.receives("coffee one");

        texts("TEA");
        ana.receives("tea one");
        texts("1");
        ana.receives("tea two?");
        texts("2");
        ana.receives("Thank you");
        texts("3");
        ana.receives("coffee one");
        texts("4");
        ana.receives("coffee two?");

        assertThat(app.answered()).containsExactly("tea first=1", "tea second=2", "coffee first=4");
    }

    @Test
    void a_command_reaches_the_survey_that_was_interrupted() {
        openWithInterruptingTea();
        texts("hi");
        texts("TEA");
        texts("1");
        texts("2");
        ana.receives("coffee one").receives("tea one").receives("tea two?").receives("Thank you");

        texts("STOP");

        assertThat(coffee.isOptedOut(ANA)).isTrue();
    }

    @Test
    void stop_holds_for_all_surveys_and_start_continues_the_one_that_was_open() {
        open();
        texts("té");
        ana.receives("tea one");
        texts("STOP");
        ana.receives("You have successfully been unsubscribed");

        assertThat(invite(coffee, Channel.TEXT)).isEqualTo(StartResult.OPTED_OUT);
        texts("COFFEE");
        ana.receivesNothing();

        texts("START");
        ana.receives("You have successfully been re-subscribed").receives("tea one");
    }

    @Test
    void an_invited_person_gets_the_survey_of_the_invitation() {
        open();
        invite(tea, Channel.VOICE);
        twilio.settle();
        ana.declines();
        twilio.settle();
        twilio.advance(Duration.ofMinutes(5));

        texts("you called me");

        ana.receives("tea one");
    }

    @Test
    void a_survey_with_a_schedule_takes_everyone_in_its_time() {
        Instant start = twilio.clock().instant().plus(Duration.ofDays(1));
        Survey june = DeskApp.survey("june")
                .entry(EntryRules.DEFAULT.withSchedule(start, start.plus(Duration.ofDays(1))))
                .build();
        app.open(desk -> desk.add(coffee).add(app.surveys(june)).fallback(coffee));
        FakePhone early = twilio.phone("+15005550007");
        FakePhone late = twilio.phone("+15005550008");

        early.textsTo(App.NUMBER, "hi").receives("coffee one");
        twilio.advance(Duration.ofDays(1));
        ana.textsTo(App.NUMBER, "hi").receives("june one");
        twilio.advance(Duration.ofDays(1));
        late.textsTo(App.NUMBER, "hi").receives("coffee one");
    }

    @Test
    void a_menu_asks_everyone_else_by_text() {
        app.open(desk -> desk.add(coffee).add(tea).menu(app.surveys(DeskApp.menu("coffee", "tea")), "which"));

        texts("hi");
        ana.receives("Which survey?\n1. Coffee\n2. Tea");
        texts("2");
        ana.receives("tea one");
        texts("3");
        ana.receives("tea two?");
        texts("4");
        ana.receives("Thank you");
        texts("hi again");
        ana.receives("Which survey?");
        texts("1");
        ana.receives("coffee one");

        assertThat(app.answered())
                .containsExactly("menu which=tea", "tea first=3", "tea second=4", "menu which=coffee");
    }

    @Test
    void a_menu_offers_only_surveys_that_the_person_can_still_take() {
        Surveys daily = app.surveys(DeskApp.survey("coffee").repeatable().build());
        app.open(desk -> desk.add(daily).add(tea).menu(app.surveys(DeskApp.menu("coffee", "tea")), "which"));
        texts("hi");
        ana.receives("Which survey?\n1. Coffee\n2. Tea");
        texts("2");
        texts("3");
        texts("4");
        ana.receives("tea one").receives("tea two?").receives("Thank you");

        texts("hi again");
        ana.receives("Which survey?\n1. Coffee");
        texts("tea");
        ana.receives("1. Coffee");
        texts("1");
        texts("1");
        texts("2");
        ana.receives("coffee one").receives("coffee two?").receives("Thank you");
        texts("once more");
        ana.receives("Which survey?\n1. Coffee");
        texts("1");
        ana.receives("coffee one");

        assertThat(daily.find(ANA).orElseThrow().run()).isEqualTo(2);
    }

    @Test
    void a_person_who_has_taken_all_surveys_of_a_menu_hears_that() {
        app.open(desk -> desk.add(coffee).add(tea).menu(app.surveys(DeskApp.menu("tea")), "which"));
        texts("hi");
        texts("1");
        texts("3");
        texts("4");
        ana.receives("Which survey?").receives("tea one").receives("tea two?").receives("Thank you");

        texts("hi again");

        ana.receives("already");
    }

    @Test
    void a_menu_asks_by_call_and_the_chosen_survey_continues_in_the_same_call() {
        app.open(desk -> desk.add(coffee).add(tea).menu(app.surveys(DeskApp.menu("coffee", "tea")), "which"));

        FakeCall call = ana.calls(App.NUMBER);
        call.hears("Which survey?").hears("For Tea, press 2.").presses("2");
        call.hears("tea one").presses("3").hears("tea two?").says("four").hears("Thank you");

        assertThat(app.answered()).containsExactly("menu which=tea", "tea first=3", "tea second=4");
        assertThat(call.isOver()).isTrue();
    }

    @Test
    void a_keyword_answers_the_menu_too() {
        app.open(desk -> desk.add(coffee).add(tea).menu(app.surveys(DeskApp.menu("coffee", "tea")), "which"));
        texts("hi");
        ana.receives("Which survey?");

        texts("Té");

        ana.receives("tea one");
    }

    @Test
    void a_call_that_a_survey_places_belongs_to_it() {
        open();
        invite(tea, Channel.VOICE);
        twilio.settle();
        FakeCall call = ana.answers().hears("tea one").presses("4").hears("tea two?");

        assertThat(invite(coffee, Channel.TEXT).outcome()).isEqualTo(Outcome.IN_ANOTHER_SURVEY);
        call.hangsUp();
        twilio.settle();
        texts("5");

        ana.receives("Thank you");
        assertThat(app.answered()).containsExactly("tea first=4", "tea second=5");
    }

    @Test
    void a_caller_continues_the_survey_that_asked_last() {
        open();
        texts("té");
        ana.receives("tea one");

        ana.calls(App.NUMBER).hears("tea one").presses("2").hears("tea two?");
    }

    @Test
    void an_unanswered_call_is_repeated_by_the_survey_that_placed_it() {
        SurveyDesk desk = app.open(builder -> builder.add(coffee).add(tea).fallback(coffee));
        invite(tea, Channel.VOICE);
        twilio.settle();
        ana.declines();
        twilio.settle();

        twilio.advance(Duration.ofHours(3));
        desk.dueTask().run();
        twilio.settle();

        ana.answers().hears("tea one");
    }

    @Test
    void a_postponed_call_waits_until_the_other_survey_is_over() {
        SurveyDesk desk = app.open(builder -> builder.add(coffee).add(tea).fallback(coffee));
        invite(tea, Channel.VOICE);
        twilio.settle();
        ana.declines();
        twilio.settle();
        twilio.advance(Duration.ofMinutes(5));
        texts("COFFEE");
        ana.receives("coffee one");

        twilio.advance(Duration.ofHours(3));
        desk.dueTask().run();
        twilio.settle();
        assertThat(ana.isRinging()).isFalse();

        texts("1");
        texts("2");
        twilio.advance(Duration.ofHours(1));
        desk.dueTask().run();
        twilio.settle();
        ana.answers().hears("tea one");
    }

    @Test
    void it_continues_after_a_restart() {
        open();
        texts("té");
        ana.receives("tea one");

        Survey same = DeskApp.withKeyword("tea", "Té");
        Surveys restarted = app.surveys(DeskApp.withKeyword("coffee", "COFFEE"));
        app.open(desk -> desk.add(restarted).add(app.surveys(same)).fallback(restarted));
        texts("3");

        ana.receives("tea two?");
    }

    @Test
    void forgetting_a_person_erases_what_the_desk_knows() {
        open();
        texts("té");
        assertThat(app.store().page("desk:front", "", 10))
                .hasSize(1)
                .noneMatch(document -> (document.key().id() + document.json())
                        .contains(ANA.value().substring(1)));

        tea.forget(ANA);

        assertThat(app.store().page("desk:front", "", 10)).isEmpty();
    }

    @Test
    void surveys_that_cannot_share_a_number_are_refused_with_all_reasons() {
        Surveys other = app.surveys(DeskApp.withKeyword("other", "coffee!"));
        Surveys menu = app.surveys(DeskApp.menu("coffee", "tea"));
        Survey interrupting = DeskApp.survey("shop")
                .entry(EntryRules.keywords("Tea").withInterrupting())
                .build();

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> SurveyDesk.builder("front")
                        .add(coffee)
                        .add(other)
                        .add(app.surveys(interrupting))
                        .fallback(coffee)
                        .menu(menu, "which")
                        .build())
                .withMessage("""
                        The desk "front" has 4 problem(s):
                          It needs either a fallback or a menu.
                          The surveys "coffee" and "other" have the same keyword "coffee!".
                          The keyword "Tea" of "shop", which interrupts, is an option of "menu" in en.
                          Its menu offers "tea", which is not the name of a survey of the desk.""");
    }

    @Test
    void a_survey_belongs_to_one_desk() {
        open();

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(
                        () -> SurveyDesk.builder("other").add(tea).fallback(tea).build())
                .withMessageContaining("The survey \"tea\" is at a desk already.");
    }

    @Test
    void an_answer_that_is_a_keyword_too_is_an_answer() {
        open();
        texts("COFFEE");
        ana.receives("coffee one");
        texts("4");
        ana.receives("coffee two?");

        texts("coffee");

        ana.receives("Please answer with a number from 1 to 5.");
        assertThat(app.answered()).containsExactly("coffee first=4");
    }

    @Test
    void a_keyword_that_is_a_command_is_a_problem_of_the_survey() {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> DeskApp.survey("coffee")
                        .entry(EntryRules.keywords("Help", "!", "tea", "TEA"))
                        .ask(Question.rating("third", 1, 5).withPrompt("first"))
                        .build())
                .withMessageContaining("keywords[0] is \"Help\", which is the command to help in en")
                .withMessageContaining("keywords[1] is \"!\", but must have 1 to 40 letters or digits")
                .withMessageContaining("keywords[3] is \"TEA\", which is already used");
    }
}
