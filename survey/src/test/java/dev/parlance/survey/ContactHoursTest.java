package dev.parlance.survey;

import static dev.parlance.survey.Campaigners.SPRING;
import static dev.parlance.survey.Campaigners.person;
import static dev.parlance.survey.Campaigners.runNow;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.Address;
import dev.parlance.Problem;
import dev.parlance.fake.MovableClock;
import dev.parlance.outbound.Receipt;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.definition.Waves;
import dev.parlance.survey.store.DocumentStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Campaigns with their own hours, in the time zone of each person. */
class ContactHoursTest {
    private static final Pace FAST = Pace.perSecond(1000);
    private static final ContactHours TEN_TO_EIGHT = ContactHours.of("10:00-20:00");

    /** A Thursday. */
    private final MovableClock clock = MovableClock.at(Instant.parse("2026-06-04T12:00:00Z"));

    private final Campaigners shop = new Campaigners(DocumentStore.inMemory(), clock)
            .withSettings(settings -> settings.callPlacer(
                    call -> {
                        this.calls.add(clock().instant());
                        return new Receipt("CA0", "queued");
                    },
                    () -> URI.create("https://example.org/voice")));
    private final List<Instant> calls = new ArrayList<>();

    private MovableClock clock() {
        return clock;
    }

    private static Campaign.Recipient in(String zone, int number) {
        return new Campaign.Recipient(person(number), Invitation.plain().withZone(ZoneId.of(zone)));
    }

    private Campaign running(Surveys node, String channel, ContactHours hours, Campaign.Recipient... people) {
        Campaign campaign = node.campaigns().create(SPRING, channel, FAST, hours);
        assertThat(campaign.add(List.of(people)).problems()).isEmpty();
        return campaign.start();
    }

    private void at(String time, Surveys node) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(time)));
        node.runDue();
        runNow(node);
    }

    private List<Address> texted() {
        return shop.sent.stream().map(text -> text.to()).toList();
    }

    @Test
    void each_person_is_contacted_in_the_hours_of_their_own_zone() {
        Surveys node = shop.node();
        Campaign campaign = running(
                node,
                Channel.TEXT,
                TEN_TO_EIGHT,
                in("America/Los_Angeles", 0),
                in("America/New_York", 1),
                in("Asia/Kolkata", 2));

        at("2026-06-04T12:00:00Z", node);
        assertThat(texted()).containsExactly(person(2));
        campaign.forEach(each -> {
            if (each.address().equals(person(0))) {
                assertThat(each.result())
                        .contains(StartResult.later(
                                Outcome.DEFERRED,
                                "The hours of the campaign have not begun for this person.",
                                Instant.parse("2026-06-04T17:00:00Z")));
            }
        });
        at("2026-06-04T13:59:59Z", node);
        assertThat(texted()).hasSize(1);
        at("2026-06-04T14:00:00Z", node);
        assertThat(texted()).endsWith(person(1)).hasSize(2);
        at("2026-06-04T17:00:00Z", node);
        assertThat(texted()).endsWith(person(0)).hasSize(3);
    }

    @Test
    void without_a_zone_the_hours_hold_in_all_zones_of_the_country() {
        Surveys node = shop.node();
        Campaign.Recipient american = new Campaign.Recipient(person(0), Invitation.plain());
        running(node, Channel.TEXT, TEN_TO_EIGHT, american);

        at("2026-06-04T14:00:00Z", node);
        assertThat(texted()).isEmpty();

        at("2026-06-05T00:30:00Z", node);
        assertThat(texted())
                .as("after 20:00 in New York, before 20:00 in Los Angeles")
                .isEmpty();
    }

    @Test
    void days_are_those_of_the_persons_zone() {
        Surveys node = shop.node();
        running(
                node,
                Channel.TEXT,
                ContactHours.of("00:00-00:00").on(SUNDAY),
                in("America/Los_Angeles", 0),
                in("Asia/Tokyo", 1));

        at("2026-06-06T14:59:00Z", node);
        assertThat(texted()).isEmpty();
        at("2026-06-06T15:00:00Z", node);
        assertThat(texted()).containsExactly(person(1));
        at("2026-06-07T06:59:00Z", node);
        assertThat(texted()).hasSize(1);
        at("2026-06-07T07:00:00Z", node);
        assertThat(texted()).containsExactly(person(1), person(0));
    }

    @Test
    void quiet_hours_of_the_survey_hold_too() {
        Surveys node = shop.withSurvey(quiet("17:00", "12:00")).node();
        running(node, Channel.TEXT, ContactHours.of("10:00-20:00").on(MONDAY), in("UTC", 0));

        at("2026-06-08T10:30:00Z", node);
        assertThat(texted()).isEmpty();
        at("2026-06-08T12:00:00Z", node);
        assertThat(texted()).hasSize(1);
    }

    private static Survey quiet(String from, String to) {
        return Coffee.survey()
                .timing(Coffee.timing(Duration.ofHours(24), Duration.ofDays(3))
                        .withQuietHours(LocalTime.parse(from), LocalTime.parse(to)))
                .build();
    }

    @Test
    void hours_within_quiet_hours_are_a_problem_when_the_campaign_is_created() {
        Surveys node = shop.withSurvey(quiet("20:00", "12:00")).node();

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> node.campaigns().create(SPRING, Channel.TEXT, FAST, ContactHours.of("10:00-12:00")))
                .withMessage(
                        "The hours of the campaign \"" + SPRING + "\" are all within the quiet hours of the survey");
    }

    @Test
    void a_person_whom_no_time_suits_is_a_problem_of_their_line() {
        Surveys node = shop.node();
        Campaign campaign = node.campaigns().create(SPRING, Channel.TEXT, FAST, ContactHours.of("09:00-11:00"));

        RecipientReport report = campaign.add(RecipientsCsv.text("people.csv", """
                number,zone
                +15005550001,America/New_York
                +15005550002,
                +4915112345678,
                """));

        assertThat(report.problems())
                .extracting(Problem::toString)
                .containsExactly("people.csv:3: zone is needed: in all zones of the number's country together,"
                        + " no time is in the campaign's hours and outside quiet hours");
        assertThat(campaign.progress().total()).isEqualTo(2);
    }

    @Test
    void a_call_that_is_repeated_keeps_to_the_hours_also_after_a_restart() {
        running(shop.node(), Channel.VOICE, ContactHours.of("10:00-13:00"), in("UTC", 0));
        Surveys restarted = shop.node();
        at("2026-06-04T12:00:00Z", restarted);
        assertThat(calls).hasSize(1);

        // Nobody answers, and two hours later the campaign's hours are over.
        at("2026-06-04T14:00:00Z", restarted);
        at("2026-06-04T16:00:00Z", restarted);
        at("2026-06-05T09:59:59Z", restarted);
        assertThat(calls).hasSize(1);

        at("2026-06-05T10:00:00Z", restarted);
        assertThat(calls).hasSize(2);
    }

    @Test
    void a_channel_can_have_usual_hours() {
        Surveys node = shop.withSettings(settings -> settings.campaignHours(Channel.TEXT, TEN_TO_EIGHT))
                .node();

        assertThat(node.campaigns().create("usual", Channel.TEXT, FAST).hours()).isEqualTo(TEN_TO_EIGHT);
        assertThat(node.campaigns()
                        .create("none", Channel.TEXT, FAST, ContactHours.ALWAYS)
                        .hours())
                .isEqualTo(ContactHours.ALWAYS);
        assertThat(node.campaigns().find("usual").orElseThrow().hours()).isEqualTo(TEN_TO_EIGHT);
    }

    @Test
    void a_wave_has_the_hours_of_the_campaign_before() {
        Surveys node = shop.withSurvey(
                        Coffee.survey().waves(Waves.every(Period.ofDays(7), 2)).build())
                .node();
        running(node, Channel.TEXT, TEN_TO_EIGHT, in("America/New_York", 0));
        at("2026-06-04T14:00:00Z", node);

        at("2026-06-11T14:00:00Z", node);

        assertThat(node.campaigns().find("wave-2-text").orElseThrow().hours()).isEqualTo(TEN_TO_EIGHT);
        assertThat(texted()).containsExactly(person(0), person(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10:00", "9:00-10:00", "20:00-10:00", "10:00-10:00", "10-11", "10:00-11:00-12:00"})
    void hours_that_make_no_sense_are_rejected(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContactHours.of(text))
                .withMessageStartingWith("The hours of a campaign must");
    }

    @Test
    void hours_need_a_day() {
        assertThatIllegalArgumentException().isThrownBy(() -> TEN_TO_EIGHT.on());
    }
}
