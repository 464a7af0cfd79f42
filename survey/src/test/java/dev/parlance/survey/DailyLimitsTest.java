package dev.parlance.survey;

import static dev.parlance.survey.Campaigners.SPRING;
import static dev.parlance.survey.Campaigners.people;
import static dev.parlance.survey.Campaigners.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.Receipt;
import dev.parlance.survey.Campaign.State;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Campaigns contact no more people a day than the limits allow. */
class DailyLimitsTest {
    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");
    private static final DailyLimits TEN_TEXTS = DailyLimits.in(ZONE).withPerSender(Channel.TEXT, 10);
    private static final Pace FAST = Pace.perSecond(1000);

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Campaigners shop = new Campaigners(DocumentStore.inMemory(), twilio.clock());

    private Surveys node(DailyLimits limits) {
        return shop.withSettings(settings -> settings.dailyLimits(limits).campaignPauses(twilio::advance))
                .node();
    }

    private static void run(Surveys node) {
        node.campaigns().run(Duration.ofMinutes(2));
    }

    private static Instant nextDay() {
        return twilio.clock()
                .instant()
                .atZone(ZONE)
                .toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(ZONE)
                .toInstant();
    }

    private static void untilNextDay() {
        twilio.advance(Duration.between(twilio.clock().instant(), nextDay()));
    }

    private static CampaignProgress progress(Surveys node, String campaign) {
        return node.campaigns().find(campaign).orElseThrow().progress();
    }

    private static Campaign running(Surveys node, String name, Pace pace, List<Campaign.Recipient> people) {
        Campaign campaign = node.campaigns().create(name, Channel.TEXT, pace);
        campaign.add(people);
        return campaign.start();
    }

    @Test
    void people_over_the_limit_wait_for_the_next_day() {
        Surveys node = node(TEN_TEXTS);
        shop.running(node, 25, FAST);
        assertThat(progress(node, SPRING).limitedUntil()).isEmpty();

        run(node);
        assertThat(shop.sent).hasSize(10);
        CampaignProgress limited = progress(node, SPRING);
        assertThat(limited.waiting()).isEqualTo(15);
        assertThat(limited.limitedUntil()).contains(nextDay());
        assertThat(limited.end()).contains(nextDay().plus(Duration.ofDays(1)));
        run(node);
        assertThat(shop.sent).hasSize(10);

        untilNextDay();
        run(node);
        assertThat(shop.sent).hasSize(20);
        untilNextDay();
        run(node);
        assertThat(shop.sent).hasSize(25);
        assertThat(node.campaigns().find(SPRING).orElseThrow().state()).isEqualTo(State.FINISHED);
        assertThat(progress(node, SPRING).limitedUntil()).isEmpty();
    }

    @Test
    void a_limit_in_total_holds_for_all_senders() {
        Surveys node = node(DailyLimits.in(ZONE).withTotal(Channel.TEXT, 12).withPerSender(Channel.TEXT, 8));
        running(node, "one", FAST.withSender("one"), people(40).subList(0, 20));
        running(node, "two", FAST.withSender("two"), people(40).subList(20, 40));

        run(node);

        long one = progress(node, "one").count(Outcome.STARTED);
        long two = progress(node, "two").count(Outcome.STARTED);
        assertThat(one + two).isEqualTo(12);
        assertThat(List.of(one, two)).containsExactlyInAnyOrder(8L, 4L);
    }

    @Test
    void calls_and_texts_have_limits_of_their_own() {
        AtomicInteger calls = new AtomicInteger();
        Surveys node = shop.withSettings(settings -> settings.dailyLimits(TEN_TEXTS.withTotal(Channel.VOICE, 3))
                        .campaignPauses(twilio::advance)
                        .callPlacer(
                                call -> new Receipt("CA" + calls.incrementAndGet(), "queued"),
                                URI.create("https://app.example/voice")))
                .node();
        running(node, "texts", FAST, people(40).subList(0, 20));
        Campaign voice = node.campaigns().create("calls", Channel.VOICE);
        assertThat(voice.pace()).isEqualTo(Pace.perSecond(1));
        voice.add(people(40).subList(20, 40));
        voice.start();

        run(node);

        assertThat(shop.sent).hasSize(10);
        assertThat(calls).hasValue(3);
    }

    @Test
    void people_whom_the_application_contacts_wait_for_the_next_day_too() {
        Surveys node = node(DailyLimits.in(ZONE).withPerSender(Channel.TEXT, 2));
        for (int i = 0; i < 2; i++) {
            assertThat(node.start(Channel.TEXT, person(i), Invitation.plain())).isEqualTo(StartResult.STARTED);
        }

        assertThat(node.start(Channel.TEXT, person(2), Invitation.plain()))
                .isEqualTo(StartResult.later(Outcome.DEFERRED, "Today's limit of contacts is reached.", nextDay()));
        assertThat(node.runDue()).isEqualTo(DueReport.NOTHING);
        shop.running(node, 5, FAST);
        run(node);
        assertThat(shop.sent).hasSize(2);

        untilNextDay();
        assertThat(node.runDue().started()).isEqualTo(1);
        run(node);
        assertThat(shop.sent).hasSize(4);
    }

    @Test
    void a_contact_that_is_refused_by_the_account_does_not_count() {
        AtomicBoolean isRefused = new AtomicBoolean(true);
        Surveys node = shop.withSettings(
                        settings -> settings.dailyLimits(DailyLimits.in(ZONE).withTotal(Channel.TEXT, 1)))
                .node(shop.store, text -> {
                    if (isRefused.get()) {
                        throw new OutboundException(Reason.UNAUTHORIZED, "The token is wrong.", null);
                    }
                    return shop.send(text);
                });

        assertThatExceptionOfType(OutboundException.class)
                .isThrownBy(() -> node.start(Channel.TEXT, person(0), Invitation.plain()));
        isRefused.set(false);

        assertThat(node.start(Channel.TEXT, person(1), Invitation.plain())).isEqualTo(StartResult.STARTED);
    }

    @Test
    void a_call_that_nobody_answered_is_repeated_within_the_limit_of_its_sender() {
        AtomicInteger calls = new AtomicInteger();
        Surveys node = shop.withSettings(settings -> settings.dailyLimits(
                                DailyLimits.in(ZONE).withPerSender(Channel.VOICE, 2))
                        .campaignPauses(twilio::advance)
                        .callPlacer(
                                call -> new Receipt("CA" + calls.incrementAndGet(), "queued"),
                                URI.create("https://app.example/voice")))
                .node();
        Campaign voice = node.campaigns().create(SPRING, Channel.VOICE, FAST.withSender("one"));
        voice.add(people(2));
        voice.start();
        run(node);
        assertThat(calls).hasValue(2);

        twilio.advance(Duration.ofHours(3));
        node.runDue();
        twilio.advance(Duration.ofHours(3));
        node.runDue();
        assertThat(calls).hasValue(2);
        untilNextDay();
        node.runDue();

        assertThat(calls).hasValue(4);
    }

    @Test
    void only_people_who_are_contacted_count() {
        Surveys unlimited = shop.node();
        for (int i = 0; i < 5; i++) {
            unlimited.start(Channel.TEXT, person(i), Invitation.plain());
        }
        shop.sent.clear();
        Surveys node = node(TEN_TEXTS);
        Surveys failing = shop.node(shop.store, text -> {
            if (shop.sent.size() < 5) {
                shop.sent.add(text);
                throw new OutboundException(Reason.UNREACHABLE, "The phone is out of service.", null);
            }
            return shop.send(text);
        });
        shop.running(node, 40, FAST);

        run(failing);

        CampaignProgress progress = progress(node, SPRING);
        assertThat(progress.count(Outcome.STARTED)).isEqualTo(10);
        assertThat(progress.count(Outcome.UNREACHABLE)).isEqualTo(5);
        assertThat(progress.limitedUntil()).contains(nextDay());
    }

    @Test
    void nodes_at_the_same_time_keep_the_limit_together() throws Exception {
        DailyLimits limits = DailyLimits.in(ZONE).withTotal(Channel.TEXT, 50);
        List<Surveys> nodes = List.of(
                shop.withSettings(settings -> settings.dailyLimits(limits)).node(), shop.node(), shop.node());
        shop.running(nodes.get(0), 200, FAST);
        List<Callable<Integer>> runs = nodes.stream()
                .<Callable<Integer>>map(node -> () -> node.campaigns().run(Duration.ofSeconds(20)))
                .toList();

        ExecutorService threads = Executors.newFixedThreadPool(3);
        for (Future<Integer> run : threads.invokeAll(runs)) {
            run.get();
        }
        threads.shutdown();

        assertThat(shop.sent).hasSize(50);
        assertThat(progress(nodes.get(0), SPRING).count(Outcome.STARTED)).isEqualTo(50);
    }

    @Test
    void after_a_crash_the_limit_is_not_exceeded_and_nobody_is_contacted_twice() {
        Surveys node = node(TEN_TEXTS);
        Surveys crashing = shop.node(shop.store, text -> {
            shop.send(text);
            throw new StackOverflowError("the process ends");
        });
        shop.running(node, 25, FAST);
        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> run(crashing));
        assertThat(shop.sent).hasSize(1);

        twilio.advance(Duration.ofMinutes(5));
        run(node);

        assertThat(shop.sent).hasSizeLessThanOrEqualTo(10);
        untilNextDay();
        run(node);
        untilNextDay();
        run(node);
        untilNextDay();
        run(node);
        assertThat(shop.sent).hasSize(25);
        assertThat(shop.sent.stream().map(text -> text.to()).distinct()).hasSize(25);
    }

    @Test
    void higher_limits_are_noticed_on_the_same_day() {
        Surveys node = node(TEN_TEXTS);
        shop.running(node, 25, FAST);
        run(node);

        Surveys restarted = node(TEN_TEXTS.withPerSender(Channel.TEXT, 20));
        twilio.advance(Duration.ofMinutes(1));
        run(restarted);

        assertThat(shop.sent).hasSize(20);
    }

    @Test
    void a_limit_is_at_least_one() {
        assertThatIllegalArgumentException().isThrownBy(() -> TEN_TEXTS.withTotal(Channel.TEXT, 0));
    }

    @Test
    void a_campaign_can_pass_its_time_on_the_clock_of_a_test() {
        Surveys node = shop.withSettings(settings -> settings.campaignPauses(twilio::advance))
                .node();
        shop.running(node, 25, Pace.perSecond(0.5));
        Instant start = twilio.clock().instant();

        assertThat(node.campaigns().run(Duration.ofHours(1))).isEqualTo(25);

        assertThat(Duration.between(start, twilio.clock().instant())).isEqualTo(Duration.ofSeconds(48));
        assertThat(node.campaigns().find(SPRING).orElseThrow().state()).isEqualTo(State.FINISHED);
    }

    @Test
    void a_run_ends_on_the_clock_of_a_test() {
        Surveys node = shop.withSettings(settings -> settings.campaignPauses(twilio::advance))
                .node();
        shop.running(node, 25, Pace.perSecond(1));
        Instant start = twilio.clock().instant();

        assertThat(node.campaigns().run(Duration.ofSeconds(10))).isBetween(10, 11);

        assertThat(Duration.between(start, twilio.clock().instant())).isEqualTo(Duration.ofSeconds(10));
    }
}
