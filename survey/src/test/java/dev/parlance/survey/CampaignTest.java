package dev.parlance.survey;

import static dev.parlance.survey.Campaigners.SPRING;
import static dev.parlance.survey.Campaigners.people;
import static dev.parlance.survey.Campaigners.person;
import static dev.parlance.survey.Campaigners.runNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.survey.Campaign.State;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Campaigns: states, pace, results, and people who are put off. */
class CampaignTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private Campaigners shop;
    private Surveys node;

    @BeforeEach
    void open() {
        shop = new Campaigners(DocumentStore.inMemory(), twilio.clock());
        node = shop.node();
    }

    private Campaign found() {
        return node.campaigns().find(SPRING).orElseThrow();
    }

    private Campaign.RecipientResult result(Address person) {
        Campaign.RecipientResult[] found = new Campaign.RecipientResult[1];
        found().forEach(each -> found[0] = each.address().equals(person) ? each : found[0]);
        return found[0];
    }

    private StartResult resultOf(Address person) {
        return result(person).result().orElseThrow();
    }

    @Test
    void everybody_is_contacted_once_at_the_pace() {
        shop.running(node, 25, Pace.perSecond(10));

        assertThat(runNow(node)).isEqualTo(10);
        assertThat(runNow(node)).isZero();
        twilio.advance(Duration.ofMillis(500));
        assertThat(runNow(node)).isEqualTo(5);
        twilio.advance(Duration.ofHours(1));
        assertThat(runNow(node)).as("one second's worth after a break").isEqualTo(10);
        assertThat(runNow(node)).isZero();

        assertThat(shop.sent).hasSize(25);
        assertThat(found().state()).isEqualTo(State.FINISHED);
        assertThat(found().progress())
                .isEqualTo(new CampaignProgress(0, Map.of(Outcome.STARTED, 25L), Optional.empty(), Optional.empty()));
    }

    @Test
    void two_nodes_together_keep_the_pace() {
        Surveys other = shop.node();
        shop.running(node, 100, Pace.perSecond(10));

        for (int second = 1; second <= 5; second++) {
            assertThat(runNow(node) + runNow(other)).isEqualTo(10);
            twilio.advance(Duration.ofSeconds(1));
        }

        assertThat(shop.sent).hasSize(50);
    }

    @Test
    void campaigns_with_the_same_sender_share_its_pace() {
        for (String name : List.of("one", "two")) {
            Campaign campaign = node.campaigns()
                    .create(name, Channel.TEXT, Pace.perSecond(10).withSender("+15005550100"));
            campaign.add(people(200).subList(name.equals("one") ? 0 : 100, name.equals("one") ? 100 : 200));
            campaign.start();
        }

        assertThat(runNow(node)).isEqualTo(10);
    }

    @Test
    void campaigns_with_different_senders_have_their_own_pace() {
        for (String name : List.of("one", "two")) {
            Campaign campaign = node.campaigns()
                    .create(name, Channel.TEXT, Pace.perSecond(10).withSender(name));
            campaign.add(people(200).subList(name.equals("one") ? 0 : 100, name.equals("one") ? 100 : 200));
            campaign.start();
        }

        assertThat(runNow(node)).isEqualTo(20);
    }

    @Test
    void a_node_with_a_wrong_clock_does_not_hold_up_the_others() {
        Surveys ahead = new Campaigners(shop.store, Clock.offset(twilio.clock(), Duration.ofDays(1))).node();
        shop.running(node, 30, Pace.perSecond(10));
        runNow(ahead);

        assertThat(runNow(node)).isEqualTo(10);
    }

    @Test
    void a_slow_campaign_contacts_one_person_in_ten_seconds() {
        shop.running(node, 3, Pace.perSecond(0.1));

        assertThat(runNow(node)).isEqualTo(1);
        twilio.advance(Duration.ofSeconds(9));
        assertThat(runNow(node)).isZero();
        twilio.advance(Duration.ofSeconds(1));
        assertThat(runNow(node)).isEqualTo(1);
    }

    @Test
    void run_waits_for_the_next_person_within_its_time() {
        shop.running(node, 5, Pace.perSecond(100));

        assertThat(node.campaigns().run(Duration.ofSeconds(20))).isEqualTo(5);

        assertThat(found().state()).isEqualTo(State.FINISHED);
    }

    @Test
    void only_a_running_campaign_contacts_people() {
        Campaign campaign = node.campaigns().create(SPRING, Channel.TEXT, Pace.perSecond(1));
        campaign.add(people(5));
        assertThat(campaign.state()).isEqualTo(State.DRAFT);
        assertThat(runNow(node)).isZero();

        campaign.start();
        assertThat(runNow(node)).isEqualTo(1);
        twilio.advance(Duration.ofSeconds(1));
        assertThat(campaign.pause().state()).isEqualTo(State.PAUSED);
        assertThat(runNow(node)).isZero();
        campaign.start();
        assertThat(runNow(node)).isEqualTo(1);
        twilio.advance(Duration.ofSeconds(1));
        assertThat(campaign.stop().state()).isEqualTo(State.STOPPED);
        assertThat(runNow(node)).isZero();

        assertThat(found().progress().remaining()).isEqualTo(3);
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(campaign::start)
                .withMessageContaining("was stopped");
        assertThatExceptionOfType(SurveyException.class).isThrownBy(() -> campaign.add(people(1)));
    }

    @Test
    void people_can_be_added_to_a_finished_campaign() {
        Campaign campaign = shop.running(node, 1, Pace.perSecond(10));
        runNow(node);
        runNow(node);
        assertThat(found().state()).isEqualTo(State.FINISHED);

        campaign.add(people(3).subList(1, 3));

        assertThat(found().state()).isEqualTo(State.RUNNING);
        twilio.advance(Duration.ofSeconds(1));
        assertThat(runNow(node)).isEqualTo(2);
    }

    @Test
    void another_node_and_a_restarted_one_see_the_same_campaign() {
        shop.running(node, 20, Pace.perSecond(5));
        runNow(node);

        Campaign seen = shop.node().campaigns().find(SPRING).orElseThrow();

        assertThat(seen.channel()).isEqualTo(Channel.TEXT);
        assertThat(seen.pace()).isEqualTo(Pace.perSecond(5));
        assertThat(seen.state()).isEqualTo(State.RUNNING);
        assertThat(seen.progress()).isEqualTo(found().progress());
        assertThat(seen.progress().waiting()).isEqualTo(15);
        assertThat(seen.progress().done()).isEqualTo(5);
        assertThat(seen.progress().total()).isEqualTo(20);
        assertThat(seen.progress().end()).contains(twilio.clock().instant().plus(Duration.ofSeconds(3)));
    }

    @Test
    void campaigns_are_listed_with_the_newest_first() {
        node.campaigns().create("old", Channel.TEXT);
        twilio.advance(Duration.ofMinutes(1));
        node.campaigns().create("new", Channel.VOICE);

        assertThat(node.campaigns().list()).extracting(Campaign::name).containsExactly("new", "old");
        assertThat(node.campaigns().find("other")).isEmpty();
        assertThat(node.campaigns().find("any text/../at:all")).isEmpty();
    }

    @Test
    void a_campaign_needs_a_free_name_and_a_known_channel() {
        node.campaigns().create(SPRING, Channel.TEXT);

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> node.campaigns().create(SPRING, Channel.TEXT))
                .withMessage("There is a campaign with the name \"spring-2026\" already");
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> node.campaigns().create("other", "pigeon"))
                .withMessageContaining("pigeon");
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> node.campaigns().create("a:b", Channel.TEXT))
                .withMessageContaining("spring-2026");
    }

    @Test
    void people_in_quiet_hours_are_put_off_until_these_end() {
        Surveys quiet = shop.withSurvey(Coffee.survey()
                        .timing(Coffee.timing(Duration.ofHours(24), Duration.ofDays(3))
                                .withQuietHours(
                                        hour(twilio.clock().instant(), -1),
                                        hour(twilio.clock().instant(), 1))
                                .withZone(ZoneOffset.UTC))
                        .build())
                .node();
        shop.running(quiet, 2, Pace.perSecond(10));

        assertThat(runNow(quiet)).isEqualTo(2);

        StartResult result = resultOf(person(0));
        assertThat(result.outcome()).isEqualTo(Outcome.DEFERRED);
        assertThat(result.reason()).isEqualTo("It is a quiet hour for this person.");
        Instant end = result.until().orElseThrow();
        assertThat(found().progress().remaining()).isEqualTo(2);
        assertThat(found().progress().end()).contains(end.plusMillis(200));
        twilio.advance(Duration.between(twilio.clock().instant(), end));
        assertThat(quiet.runDue().started())
                .as("contacts that sessions make without the campaign")
                .isZero();
        assertThat(runNow(quiet)).isEqualTo(2);
        assertThat(shop.sent).hasSize(2);
    }

    private static LocalTime hour(Instant now, int plus) {
        return LocalTime.ofInstant(now, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusHours(plus);
    }

    @Test
    void people_over_the_daily_limit_are_put_off_until_tomorrow() {
        Surveys other = Surveys.builder(Coffee.survey().variable("order", "").build())
                .store(shop.store)
                .clock(twilio.clock())
                .textSender(shop::send)
                .build();
        other.start(Channel.TEXT, person(0), Invitation.plain());
        other.restart(person(0), Surveys.EarlierAnswers.ERASE);
        shop.running(node, 2, Pace.perSecond(10));

        runNow(node);

        StartResult result = resultOf(person(0));
        assertThat(result.outcome()).isEqualTo(Outcome.CONTACT_LIMIT);
        twilio.advance(Duration.between(twilio.clock().instant(), result.until().orElseThrow()));
        assertThat(runNow(node)).isEqualTo(1);
        assertThat(resultOf(person(0)).outcome()).isEqualTo(Outcome.STARTED);
    }

    private void texts(Surveys surveys, Address person, String... bodies) {
        for (String body : bodies) {
            surveys.textWebhook()
                    .respond(WebhookRequest.post("https://app.example/sms")
                            .withForm("MessageSid", "SM" + body, "From", person.value(), "To", "12345", "Body", body));
        }
    }

    @Test
    void a_person_with_the_survey_behind_them_is_skipped_with_the_reason() {
        texts(node, person(0), "hi", "5", "yes");
        texts(node, person(1), "hi", "STOP");
        texts(node, person(2), "hi");
        node.start(Channel.TEXT, person(3), Invitation.plain());
        int before = shop.sent.size();

        shop.running(node, 5, Pace.perSecond(10));
        runNow(node);

        assertThat(shop.sent).hasSize(before + 1);
        assertThat(resultOf(person(0)).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(resultOf(person(1)).outcome()).isEqualTo(Outcome.OPTED_OUT);
        assertThat(resultOf(person(2)).outcome()).isEqualTo(Outcome.ALREADY_STARTED);
        assertThat(resultOf(person(3)).reason()).isEqualTo("This person has been contacted before.");
        assertThat(resultOf(person(4)).outcome()).isEqualTo(Outcome.STARTED);
    }

    @Test
    void a_survey_that_can_be_repeated_starts_another_run() {
        Surveys repeated = shop.withSurvey(Coffee.survey().repeatable().build()).node();
        texts(repeated, person(0), "hi", "5", "yes");
        shop.running(repeated, 1, Pace.perSecond(10));

        runNow(repeated);
        runNow(repeated);

        assertThat(shop.sent).hasSize(1);
        assertThat(SessionState.of(repeated.find(person(0)).orElseThrow()).run())
                .isEqualTo(2);
    }

    @Test
    void the_campaign_repeats_what_the_carrier_did_not_accept_unless_it_is_paused() {
        AtomicBoolean isBusy = new AtomicBoolean(true);
        Surveys busy = shop.node(shop.store, text -> {
            if (isBusy.get()) {
                throw new OutboundException(Reason.RATE_LIMITED, "Too many requests.", null);
            }
            return shop.send(text);
        });
        Campaign campaign = shop.running(busy, 1, Pace.perSecond(10));
        runNow(busy);

        assertThat(resultOf(person(0)).outcome()).isEqualTo(Outcome.DEFERRED);
        assertThat(resultOf(person(0)).reason()).isEqualTo("Too many requests.");
        assertThat(resultOf(person(0)).until())
                .contains(twilio.clock().instant().plus(Duration.ofMinutes(5)));
        twilio.advance(Duration.ofMinutes(5));
        runNow(busy);
        assertThat(resultOf(person(0)).until())
                .as("the pause grows")
                .contains(twilio.clock().instant().plus(Duration.ofMinutes(10)));
        isBusy.set(false);
        campaign.pause();
        twilio.advance(Duration.ofMinutes(10));
        busy.runDue();
        runNow(busy);
        assertThat(shop.sent).isEmpty();
        campaign.start();
        runNow(busy);
        assertThat(shop.sent).hasSize(1);
    }

    @Test
    void ten_problems_of_the_account_in_a_row_pause_the_campaign() {
        Surveys refused = shop.node(shop.store, text -> {
            throw new OutboundException(Reason.UNAUTHORIZED, "The token is wrong.", null);
        });
        Campaign campaign = shop.running(refused, 50, Pace.perSecond(50));

        assertThat(runNow(refused)).isEqualTo(10);

        assertThat(found().state()).isEqualTo(State.PAUSED);
        assertThat(found().pauseReason()).contains("The token is wrong.");
        campaign.start();
        assertThat(found().pauseReason()).isEmpty();
        twilio.advance(Duration.ofMinutes(10));
        runNow(node);
        assertThat(shop.sent).hasSize(50);
    }

    @Test
    void a_missing_sender_pauses_the_campaign_with_what_to_do() {
        Surveys unconfigured = Surveys.builder(Coffee.survey().build())
                .store(shop.store)
                .clock(twilio.clock())
                .build();
        shop.running(unconfigured, 50, Pace.perSecond(50));

        runNow(unconfigured);

        assertThat(found().pauseReason())
                .contains("To contact people by text, configure a sender: textSender(TextSender)");
    }

    @Test
    void forgetting_a_person_erases_them_from_campaigns() {
        shop.running(node, 3, Pace.perSecond(2));
        runNow(node);

        assertThat(node.forget(person(0))).isTrue();
        assertThat(node.forget(person(1))).isTrue();

        assertThat(found().progress().total()).isEqualTo(1);
        assertThat(result(person(0))).isNull();
    }

    @Test
    void people_are_exported_as_csv() {
        shop.running(node, 2, Pace.perSecond(1));
        runNow(node);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        found().csv(out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .contains("number,result,reason,at,until")
                .anyMatch(row -> row.matches(
                        "\\+150055500\\d\\d,STARTED,," + twilio.clock().instant() + ","))
                .anyMatch(row -> row.matches("\\+150055500\\d\\d,WAITING,,,"));
    }

    @Test
    void people_with_problems_are_reported_and_left_out() {
        Campaign campaign = node.campaigns().create(SPRING, Channel.TEXT);

        RecipientReport report = campaign.add(List.of(
                new Campaign.Recipient(person(0), Invitation.in("es-MX").withVariable("order", "A-17")),
                new Campaign.Recipient(person(1), Invitation.in("fi")),
                new Campaign.Recipient(person(0), Invitation.plain()),
                new Campaign.Recipient(Address.of("12345"), Invitation.plain().withVariable("colour", "red"))));

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(3);
        assertThat(report.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "recipients:2: language is not a language of the survey; it has [en, es-MX]",
                        "recipients:3: number is the same as in recipients:1",
                        "recipients:4: colour is not a variable of the survey; it has [order]",
                        "recipients:4: number must start with + and the country code, like +15005550006");
        assertThat(found().problems()).isEqualTo(report.problems());
    }

    @Test
    void the_language_and_the_variables_reach_the_person() {
        Campaign campaign = node.campaigns().create(SPRING, Channel.TEXT);
        campaign.add(
                List.of(new Campaign.Recipient(person(0), Invitation.in("es-MX").withVariable("order", "A-17"))));
        campaign.start();

        runNow(node);

        assertThat(shop.sent.get(0).body()).contains("¿Cómo estuvo el café");
        assertThat(node.find(person(0)).orElseThrow().variable("order")).contains("A-17");
    }

    @Test
    void an_import_that_was_interrupted_can_be_repeated() {
        Campaign campaign = node.campaigns().create(SPRING, Channel.TEXT);
        campaign.add(people(3));

        RecipientReport report = campaign.add(people(5));

        assertThat(report.added()).isEqualTo(5);
        assertThat(report.problems()).isEmpty();
        assertThat(campaign.progress().total()).isEqualTo(5);
    }

    @Test
    void a_task_goes_on_after_a_failure() {
        Surveys broken = shop.node(shop.store, text -> {
            throw new AssertionError("an error of the sender");
        });
        shop.running(broken, 1, Pace.perSecond(10));

        broken.campaigns().task().run();

        assertThat(found().progress().waiting()).isEqualTo(1);
    }
}
