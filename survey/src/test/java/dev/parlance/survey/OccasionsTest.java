package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.Surveys.EarlierAnswers;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Taking a survey once for each visit, order or other occasion. */
class OccasionsTest {
    private static final Address ANA = Address.of(PERSON);

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();
    private final List<SurveyEvent> events = new ArrayList<>();

    private void openCoffee() {
        open(Coffee.survey().build());
    }

    private void open(Survey survey) {
        shop.open(survey, settings -> settings.maxContactsPerDay(20).onAnyEvent(events::add));
    }

    private StartResult invite(String occasion) {
        return shop.surveys().start(Channel.TEXT, ANA, Invitation.plain().withOccasion(occasion));
    }

    private void complete() {
        ana.receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");
        ana.texts("yes").receives("Thank you");
    }

    private List<String> csv() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        shop.surveys().results().csv(out);
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    @Test
    void a_person_takes_the_survey_once_for_each_occasion() {
        openCoffee();
        assertThat(invite("visit-17")).isEqualTo(StartResult.STARTED);
        complete();
        assertThat(invite("visit-17")).isEqualTo(StartResult.of(Outcome.COMPLETED));

        assertThat(invite("visit-18")).isEqualTo(StartResult.STARTED);
        complete();

        assertThat(invite("visit-17")).isEqualTo(StartResult.of(Outcome.COMPLETED));
        assertThat(invite("visit-18")).isEqualTo(StartResult.of(Outcome.COMPLETED));
        ana.receivesNothing();
    }

    @Test
    void results_have_one_row_for_each_occasion() {
        openCoffee();
        invite("visit-17");
        complete();
        invite("visit-18");
        ana.receives("How was the coffee");
        ana.texts("2").receives("Why?");

        assertThat(csv())
                .satisfiesExactly(
                        first -> assertThat(first).contains(",COMPLETED,").endsWith(",visit-17,1,0,4,,yes"),
                        second -> assertThat(second).contains(",PARTIAL,").endsWith(",visit-18,2,0,2,,"));
        assertThat(shop.surveys().results().json(ANA).orElseThrow()).contains("\"occasion\" : \"visit-18\"");
        assertThat(shop.surveys().results().summary().respondents()).isEqualTo(2);
    }

    @Test
    void a_new_occasion_takes_the_place_of_an_open_one() {
        openCoffee();
        invite("visit-17");
        ana.receives("How was the coffee");
        ana.texts("2").receives("Why?");

        assertThat(invite("visit-18")).isEqualTo(StartResult.STARTED);

        complete();
        assertThat(csv())
                .satisfiesExactly(
                        first -> assertThat(first).contains(",PARTIAL,").endsWith(",visit-17,1,0,2,,"),
                        second -> assertThat(second).contains(",COMPLETED,").endsWith(",visit-18,2,0,4,,yes"));
    }

    @Test
    void an_occasion_whose_place_was_taken_is_not_started_again() {
        openCoffee();
        invite("visit-17");
        ana.receives("How was the coffee");
        invite("visit-18");
        ana.receives("How was the coffee");

        assertThat(invite("visit-17")).isEqualTo(StartResult.ALREADY_STARTED);

        ana.receivesNothing();
        assertThat(shop.session(PERSON).occasion()).contains("visit-18");
    }

    @Test
    void each_event_names_its_own_occasion() {
        openCoffee();
        invite("visit-17");
        ana.receives("How was the coffee");
        ana.texts("2").receives("Why?");
        invite("visit-18");
        complete();

        assertThat(events)
                .extracting(event -> event.type() + " " + event.occasion().orElse("none"))
                .containsExactly(
                        "STARTED visit-17",
                        "ANSWERED visit-17",
                        "ABANDONED visit-17",
                        "STARTED visit-18",
                        "ANSWERED visit-18",
                        "ANSWERED visit-18",
                        "COMPLETED visit-18");
        assertThat(events.get(2).cloudEvent()).contains("\"occasion\":\"visit-17\"");
    }

    @Test
    void a_person_who_left_one_occasion_unanswered_can_be_invited_for_the_next() {
        openCoffee();
        invite("visit-17");
        ana.receives("How was the coffee");
        shop.surveys().end(ANA);

        assertThat(invite("visit-18")).isEqualTo(StartResult.STARTED);
    }

    @Test
    void an_opt_out_holds_for_every_occasion() {
        openCoffee();
        invite("visit-17");
        ana.receives("How was the coffee");
        ana.texts("STOP");

        assertThat(invite("visit-18")).isEqualTo(StartResult.OPTED_OUT);
    }

    @Test
    void a_repeatable_survey_is_completed_once_for_an_occasion() {
        open(Coffee.survey().repeatable().build());
        invite("visit-17");
        complete();

        assertThat(invite("visit-17")).isEqualTo(StartResult.of(Outcome.COMPLETED));
        assertThat(shop.surveys().start(Channel.TEXT, ANA, Invitation.plain())).isEqualTo(StartResult.STARTED);
        assertThat(shop.session(PERSON).occasion()).isEmpty();
    }

    @Test
    void an_invitation_without_an_occasion_continues_the_open_one() {
        openCoffee();
        invite("visit-17");
        ana.receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");

        assertThat(shop.surveys().start(Channel.TEXT, ANA, Invitation.plain())).isEqualTo(StartResult.STARTED);

        ana.receives("Would you come again?");
        assertThat(shop.session(PERSON).occasion()).contains("visit-17");
    }

    @Test
    void a_first_occasion_follows_a_survey_without_one() {
        openCoffee();
        ana.texts("hi");
        complete();

        assertThat(invite("visit-17")).isEqualTo(StartResult.STARTED);

        assertThat(shop.session(PERSON).run()).isEqualTo(2);
    }

    @Test
    void a_call_in_progress_is_not_interrupted() {
        openCoffee();
        shop.surveys().start(Channel.VOICE, ANA, Invitation.plain().withOccasion("visit-17"));
        twilio.settle();
        ana.answers().hears("How was the coffee");

        assertThat(invite("visit-18")).isEqualTo(StartResult.ALREADY_STARTED);

        assertThat(shop.session(PERSON).occasion()).contains("visit-17");
    }

    @Test
    void a_restart_stays_in_its_occasion() {
        openCoffee();
        invite("visit-17");
        complete();

        shop.surveys().restart(ANA, EarlierAnswers.KEEP);

        assertThat(shop.session(PERSON).occasion()).contains("visit-17");
        assertThat(invite("visit-17")).isEqualTo(StartResult.STARTED);
    }

    @Test
    void a_campaign_contacts_each_person_once_for_an_occasion() {
        openCoffee();

        assertThat(campaign("monday", "visit-17")).isEqualTo(Outcome.STARTED);
        assertThat(campaign("tuesday", "visit-17")).isEqualTo(Outcome.ALREADY_STARTED);
        assertThat(campaign("wednesday", "visit-18")).isEqualTo(Outcome.STARTED);
        assertThat(campaign("thursday", "visit-17")).isEqualTo(Outcome.ALREADY_STARTED);
        assertThat(shop.session(PERSON).disposition()).isEqualTo(Disposition.NOT_STARTED);
        assertThat(shop.session(PERSON).occasion()).contains("visit-18");
    }

    private Outcome campaign(String name, String occasion) {
        Campaign campaign = shop.surveys().campaigns().create(name, Channel.TEXT);
        campaign.add(List.of(new Campaign.Recipient(ANA, Invitation.plain().withOccasion(occasion))));
        campaign.start();
        twilio.advance(Duration.ofSeconds(1));
        shop.surveys().campaigns().run(Duration.ZERO);
        List<Outcome> outcomes = new ArrayList<>();
        campaign.forEach(person -> outcomes.add(person.result().orElseThrow().outcome()));
        return outcomes.get(0);
    }

    @Test
    void the_route_takes_an_occasion_and_explains_a_wrong_one() {
        openCoffee();

        assertThat(request("visit-17").status()).isEqualTo(201);
        assertThat(shop.session(PERSON).occasion()).contains("visit-17");
        WebhookResponse refused = request("x".repeat(101));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.bodyText()).contains("An occasion must have 1 to 100 characters");
    }

    private WebhookResponse request(String occasion) {
        return StartSurveyHandler.byText(shop.surveys(), anyone -> Optional.of("anyone"), 60)
                .respond(WebhookRequest.post("https://app.example/start").withForm("To", PERSON, "occasion", occasion));
    }

    @Test
    void an_occasion_is_a_short_printable_name() {
        for (String wrong : List.of("", " ", "visit 17 ", "a\nb", "x".repeat(101))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Invitation.plain().withOccasion(wrong))
                    .withMessageContaining("An occasion must have 1 to 100 characters");
        }
    }
}
