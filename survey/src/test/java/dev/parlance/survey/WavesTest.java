package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.compute.Formula;
import dev.parlance.survey.compute.SetValue;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Relevance;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyBuilder;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.definition.Waves;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Operand;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.results.Results;
import dev.parlance.survey.session.Disposition;
import dev.parlance.testkit.ForEachTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same survey again after some time. */
class WavesTest {
    private static final Address ANA = Address.of(PERSON);
    private static final Duration MONTH = Duration.ofDays(31);

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    private static SurveyBuilder monthly() {
        return Coffee.survey().waves(Waves.every(Period.ofMonths(1), 3));
    }

    private void open(Survey survey) {
        shop.open(survey, settings -> settings.maxContactsPerDay(20));
    }

    private StartResult invite() {
        return shop.surveys().start(Channel.TEXT, ANA, Invitation.in("en").withZone(ZoneId.of("America/New_York")));
    }

    private void complete(String taste) {
        ana.receives("How was the coffee");
        ana.texts(taste).receives("Would you come again?");
        ana.texts("yes").receives("Thank you");
    }

    /** Lets time pass, then does what is due. */
    private void after(Duration time) {
        twilio.advance(time);
        shop.surveys().runDue();
        shop.surveys().campaigns().run(Duration.ZERO);
    }

    private Campaign wave(String name) {
        return shop.surveys().campaigns().find(name).orElseThrow();
    }

    private static List<String> csv(Results results) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        results.csv(out);
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    @Test
    void a_person_gets_the_survey_again_each_month_up_to_the_last_wave() {
        open(monthly().build());
        invite();
        complete("5");
        after(Duration.ofDays(30));
        ana.receivesNothing();

        after(Duration.ofDays(1));
        complete("4");
        after(MONTH);
        complete("3");
        after(MONTH);

        ana.receivesNothing();
        assertThat(shop.session(PERSON).wave()).isEqualTo(3);
        assertThat(shop.session(PERSON).contact().wakeAt()).isEmpty();
        assertThat(csv(shop.surveys().results()))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith(",,1,1,0,5,,yes"),
                        second -> assertThat(second).endsWith(",wave-2,2,2,0,4,,yes"),
                        third -> assertThat(third).endsWith(",wave-3,3,3,0,3,,yes"));
    }

    @Test
    void a_wave_begins_with_the_variables_of_the_invitation_and_knows_the_contact() {
        open(monthly()
                .variable("calls", "0")
                .ask(SetValue.variable("called", "calls", Formula.value(Operand.fixed("1"))))
                .ask(SetValue.contact("before", "before", Formula.value(Operand.contact("last"))))
                .ask(SetValue.contact("last", "last", Formula.value(Operand.answer("taste"))))
                .build());
        invite();
        complete("5");
        assertThat(shop.session(PERSON).variables()).containsEntry("calls", "1");

        after(MONTH);
        assertThat(shop.session(PERSON).variables()).isEmpty();
        complete("4");

        assertThat(shop.surveys().contacts().of(ANA).fields())
                .containsEntry("before", Value.of("5"))
                .containsEntry("last", Value.of("4"));
    }

    @Test
    void a_wave_begins_at_the_local_time_of_the_first_one() {
        open(monthly().build());
        invite();
        complete("5");

        // 12:00 in UTC is 7:00 in New York on 1 March; on 1 April, 7:00 is 11:00 in UTC.
        after(MONTH.minusHours(1).minusSeconds(1));
        ana.receivesNothing();
        after(Duration.ofSeconds(1));

        ana.receives("How was the coffee");
    }

    @Test
    void a_wave_begins_even_if_the_one_before_was_not_answered_in_its_time() {
        open(monthly().relevance(Relevance.ALWAYS.withTime(Duration.ofDays(20))).build());
        invite();
        ana.receives("How was the coffee");

        after(MONTH);

        complete("4");
        assertThat(shop.session(PERSON).wave()).isEqualTo(2);
    }

    @Test
    void the_due_task_alone_begins_waves() {
        open(monthly().build());
        invite();
        complete("5");
        twilio.advance(MONTH);

        shop.surveys().dueTask().run();

        ana.receives("How was the coffee");
    }

    @Test
    void waves_go_on_after_a_restart() {
        open(monthly().build());
        invite();
        complete("5");
        shop.close();
        open(monthly().build());

        twilio.advance(MONTH);
        shop.surveys().runDue();
        shop.close();
        open(monthly().build());
        after(Duration.ofSeconds(1));

        complete("4");
        assertThat(shop.session(PERSON).wave()).isEqualTo(2);
    }

    @Test
    void a_wave_begins_once_however_often_and_wherever_it_is_due() {
        open(monthly().build());
        invite();
        complete("5");
        twilio.advance(MONTH);

        twilio.concurrently(
                () -> shop.surveys().runDue(),
                () -> shop.surveys().runDue(),
                () -> shop.surveys().campaigns().run(Duration.ZERO),
                () -> shop.surveys().campaigns().run(Duration.ZERO));
        after(Duration.ofMinutes(1));
        after(Duration.ofMinutes(1));

        ana.receives("How was the coffee");
        ana.receivesNothing();
    }

    @Test
    void a_person_who_did_not_answer_gets_the_next_wave_too() {
        open(monthly().build());
        invite();
        ana.receives("How was the coffee");
        after(Duration.ofDays(7));
        assertThat(shop.session(PERSON).disposition()).isEqualTo(Disposition.UNREACHABLE);

        after(MONTH);

        complete("4");
        assertThat(shop.session(PERSON).wave()).isEqualTo(2);
    }

    @Test
    void the_next_wave_takes_the_place_of_one_that_is_still_open() {
        open(monthly()
                .timing(Coffee.timing(Duration.ofDays(200), Duration.ofDays(300)))
                .build());
        invite();
        ana.receives("How was the coffee");
        ana.texts("5").receives("Would you come again?");

        after(MONTH);

        complete("4");
        assertThat(csv(shop.surveys().results()))
                .satisfiesExactly(
                        first -> assertThat(first).contains("PARTIAL").endsWith(",,1,1,0,5,,"),
                        second -> assertThat(second).contains("COMPLETED").endsWith(",wave-2,2,2,0,4,,yes"));
    }

    @Test
    void a_person_who_has_opted_out_gets_no_further_wave() {
        open(monthly().build());
        invite();
        complete("5");
        ana.texts("STOP").receives("unsubscribed");

        after(MONTH);

        ana.receivesNothing();
        assertThat(shop.session(PERSON).wave()).isEqualTo(1);
    }

    @Test
    void a_person_who_declines_gets_no_further_wave() {
        open(Survey.builder("coffee")
                .prompts(Coffee.PROMPTS)
                .opening(OpeningStyle.GUESS)
                .waves(Waves.every(Period.ofMonths(1), 3))
                .ask(Question.yesNo("again").jumpTo(Condition.answer("again").is("no"), Jump.REFUSE))
                .build());
        invite();
        ana.receives("Would you come again?");
        ana.texts("no").receives("Thank you");
        assertThat(shop.session(PERSON).disposition()).isEqualTo(Disposition.REFUSED);

        after(MONTH);

        ana.receivesNothing();
        assertThat(shop.surveys().campaigns().list()).isEmpty();
    }

    @Test
    void the_application_can_end_the_waves_of_a_person() {
        open(monthly().build());
        invite();
        complete("5");

        shop.surveys().end(ANA);

        after(MONTH);
        ana.receivesNothing();
    }

    @Test
    void a_wave_waits_until_quiet_hours_are_over() {
        open(monthly().timing(Coffee.quiet("05:00", "09:00")).build());
        twilio.advance(Duration.ofHours(4));
        invite();
        complete("5");

        // It is 11:00 in New York. An hour later than the wave's time on 30 March is within the next quiet hours.
        twilio.advance(MONTH.minusHours(1));
        twilio.advance(Duration.ofHours(18));
        shop.surveys().runDue();
        shop.surveys().campaigns().run(Duration.ZERO);
        ana.receivesNothing();
        assertThat(wave("wave-2-text").progress().count(Outcome.DEFERRED)).isEqualTo(1);
        after(Duration.ofHours(4));

        ana.receives("How was the coffee");
    }

    @Test
    void waves_that_nobody_looked_for_in_time_are_left_out() {
        open(monthly().build());
        invite();
        complete("5");

        after(MONTH.multipliedBy(2));

        complete("4");
        assertThat(shop.session(PERSON).wave()).isEqualTo(3);
        after(MONTH);
        ana.receivesNothing();
    }

    @Test
    void a_wave_that_was_paused_for_too_long_gives_way_to_the_next_one() {
        open(monthly().build());
        invite();
        complete("5");
        twilio.advance(MONTH);
        shop.surveys().runDue();
        wave("wave-2-text").pause();
        twilio.advance(MONTH);
        shop.surveys().runDue();
        wave("wave-2-text").start();

        after(Duration.ofSeconds(1));
        after(Duration.ofSeconds(1));

        complete("4");
        ana.receivesNothing();
        assertThat(shop.session(PERSON).wave()).isEqualTo(3);
        assertThat(wave("wave-2-text").progress().count(Outcome.ALREADY_STARTED))
                .isEqualTo(1);
    }

    @Test
    void a_wave_has_the_pace_of_the_campaign_that_began_the_first_one() {
        Pace pace = Pace.perSecond(1).withSender("+15005550100");
        open(monthly().build());
        Campaign spring = shop.surveys().campaigns().create("spring", Channel.TEXT, pace);
        spring.add(List.of(new Campaign.Recipient(ANA, Invitation.plain())));
        spring.start();
        after(Duration.ofSeconds(1));
        complete("5");

        after(MONTH);

        complete("4");
        assertThat(wave("wave-2-text").pace()).isEqualTo(pace);
        assertThat(wave("wave-2-text").progress().count(Outcome.STARTED)).isEqualTo(1);
    }

    @Test
    void a_person_who_called_is_called_for_the_next_wave() {
        open(monthly().build());
        ana.calls(App.NUMBER)
                .hears("How was the coffee")
                .presses("5")
                .hears("Would you come again?")
                .says("yes")
                .hears("Thank you");

        after(MONTH);
        twilio.settle();

        ana.answers().hears("How was the coffee").presses("4").hears("Would you come again?");
        assertThat(shop.session(PERSON).wave()).isEqualTo(2);
    }

    @Test
    void results_can_be_asked_and_compared_by_wave() {
        open(monthly().build());
        invite();
        complete("5");
        after(MONTH);
        ana.receives("How was the coffee");
        ana.texts("2").receives("Why?");

        Results results = shop.surveys().results();
        assertThat(csv(results.wave(1))).singleElement().asString().endsWith(",,1,1,0,5,,yes");
        assertThat(csv(results.wave(2))).singleElement().asString().endsWith(",wave-2,2,2,0,2,,");
        assertThat(csv(results.wave(3))).isEmpty();
        assertThat(results.wave(3).isEmpty()).isTrue();
        assertThat(results.wave(1).json(ANA).orElseThrow()).contains("\"wave\" : 1", "\"answer\" : 5");
        assertThat(results.json(ANA).orElseThrow()).contains("\"wave\" : 2", "\"answer\" : 2");
        assertThat(results.wave(1).newest(10)).hasSize(1);
        assertThat(results.summary().respondents()).isEqualTo(2);
        assertThat(results.wave(2).summary().dispositions()).containsEntry(Disposition.PARTIAL, 1);
        assertThat(results.summaryByWave().keySet()).containsExactly(1, 2);
        assertThat(results.summaryByWave().get(1)).isEqualTo(results.wave(1).summary());
    }

    @Test
    void an_erased_person_gets_no_further_wave() {
        open(monthly().build());
        invite();
        complete("5");
        twilio.advance(MONTH);
        shop.surveys().runDue();

        shop.surveys().forget(ANA);

        after(Duration.ofMinutes(1));
        ana.receivesNothing();
        assertThat(wave("wave-2-text").progress().total()).isZero();
    }

    @Test
    void a_survey_with_waves_has_no_other_occasions() {
        open(monthly().build());

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> shop.surveys()
                        .start(Channel.TEXT, ANA, Invitation.plain().withOccasion("visit-17")))
                .withMessage(
                        "The survey \"coffee\" has waves, so its occasions are wave-2, wave-3 and so on, not \"visit-17\"");
    }
}
