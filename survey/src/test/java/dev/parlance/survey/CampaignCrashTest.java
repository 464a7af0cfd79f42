package dev.parlance.survey;

import static dev.parlance.survey.Campaigners.SPRING;
import static dev.parlance.survey.Campaigners.person;
import static dev.parlance.survey.Campaigners.runNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.definition.Waves;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that ends in the middle of contacting a person: another one goes on, and nobody is contacted twice. */
class CampaignCrashTest {
    private static final Duration CLAIM = Duration.ofMinutes(5);

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private Campaigners shop;
    private Surveys other;

    @BeforeEach
    void open() {
        shop = new Campaigners(DocumentStore.inMemory(), twilio.clock());
        other = shop.node();
    }

    private void crashes(Surveys node) {
        shop.running(other, 1, Pace.perSecond(10));
        assertThatExceptionOfType(CrashingStore.Crash.class).isThrownBy(() -> runNow(node));
    }

    /** Ends before it stores this outcome in the campaign. */
    private CrashingStore without(Outcome outcome) {
        return new CrashingStore(
                shop.store,
                document -> document.key().collection().startsWith("recipient:")
                        && document.json().contains(outcome.name()));
    }

    private Outcome outcome() {
        Campaign.RecipientResult[] last = new Campaign.RecipientResult[1];
        other.campaigns().find(SPRING).orElseThrow().forEach(person -> last[0] = person);
        return last[0].result().orElseThrow().outcome();
    }

    private static boolean isSession(Document document) {
        return document.key().collection().startsWith("session:");
    }

    @Test
    void a_person_whose_wave_was_not_recorded_in_the_session_gets_it_once() {
        Surveys node = shop.withSurvey(
                        Coffee.survey().waves(Waves.every(Period.ofDays(1), 2)).build())
                .node();
        Surveys crashing = shop.node(new CrashingStore(shop.store, CampaignCrashTest::isSession), shop::send);
        node.start(Channel.TEXT, person(0), Invitation.plain());
        twilio.advance(Duration.ofDays(1));
        assertThatExceptionOfType(CrashingStore.Crash.class).isThrownBy(crashing::runDue);

        runNow(node);
        node.runDue();
        runNow(node);

        assertThat(shop.sent).hasSize(2);
        assertThat(node.find(person(0)).orElseThrow().wave()).isEqualTo(2);
    }

    @Test
    void a_person_who_was_only_claimed_is_contacted_by_another_node() {
        crashes(shop.node(new CrashingStore(shop.store, CampaignCrashTest::isSession), shop::send));

        assertThat(runNow(other)).isZero();
        twilio.advance(CLAIM);
        assertThat(runNow(other)).isEqualTo(1);

        assertThat(shop.sent).hasSize(1);
        assertThat(outcome()).isEqualTo(Outcome.STARTED);
    }

    @Test
    void a_text_that_may_have_been_sent_is_unknown_and_not_repeated() {
        crashes(shop.node(shop.store, text -> {
            shop.send(text);
            throw new CrashingStore.Crash();
        }));

        twilio.advance(CLAIM);
        runNow(other);

        assertThat(shop.sent).hasSize(1);
        assertThat(outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_text_that_may_have_been_sent_stays_unknown_if_the_session_gives_up_its_claim_first() {
        crashes(shop.node(shop.store, text -> {
            shop.send(text);
            throw new CrashingStore.Crash();
        }));

        twilio.advance(Duration.ofHours(1));
        other.runDue();
        runNow(other);

        assertThat(shop.sent).hasSize(1);
        assertThat(outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_text_that_was_sent_counts_as_sent_even_if_the_campaign_did_not_record_it() {
        crashes(shop.node(without(Outcome.STARTED), shop::send));

        twilio.advance(CLAIM);
        assertThat(runNow(other)).isEqualTo(1);

        assertThat(shop.sent).hasSize(1);
        assertThat(outcome()).isEqualTo(Outcome.STARTED);
    }

    @Test
    void a_number_that_was_unreachable_stays_so_even_if_the_campaign_did_not_record_it() {
        crashes(shop.node(without(Outcome.UNREACHABLE), text -> {
            throw new OutboundException(Reason.UNREACHABLE, "The phone is out of service.", null);
        }));

        twilio.advance(CLAIM);
        runNow(other);

        assertThat(shop.sent).isEmpty();
        assertThat(outcome()).isEqualTo(Outcome.UNREACHABLE);
    }

    @Test
    void a_node_that_was_only_slow_corrects_the_result() {
        Surveys slow = shop.node(shop.store, text -> {
            twilio.advance(CLAIM);
            runNow(other);
            assertThat(outcome()).isEqualTo(Outcome.UNKNOWN);
            return shop.send(text);
        });
        shop.running(other, 1, Pace.perSecond(10));

        runNow(slow);

        assertThat(shop.sent).hasSize(1);
        assertThat(outcome()).isEqualTo(Outcome.STARTED);
        assertThat(other.find(person(0))).isPresent();
    }
}
