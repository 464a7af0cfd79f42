package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.slack.EventDelivery;
import dev.parlance.fake.slack.EventFault;
import dev.parlance.fake.slack.FakePost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Delivery of events: only signed ones, each once, acknowledged in time, and none silently dropped. */
class DeliveryTest {
    private final BotFixture fixture = new BotFixture();

    @AfterEach
    void tearDown() {
        fixture.close();
    }

    private List<String> answers() {
        return fixture.general.answers().stream().map(FakePost::text).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER_LOST", "THREE_TIMES", "THREE_TIMES_AT_ONCE"})
    void a_repeated_event_is_answered_once(EventFault fault) {
        fixture.bot(bot -> bot.onMention((mention, reply) -> reply.post("once")));
        fixture.workspace.failNextEvent(fault);

        fixture.ana.mentions(fixture.app, fixture.general, "x");

        assertThat(answers()).containsExactly("once");
        assertThat(fixture.app.deliveries().stream()
                        .filter(delivery -> delivery.type().equals("app_mention")))
                .hasSizeGreaterThan(1)
                .allMatch(delivery -> delivery.status() == 200);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONGLY_SIGNED", "UNSIGNED", "STALE", "FROM_THE_FUTURE"})
    void an_event_without_a_valid_current_signature_is_refused(EventFault fault) {
        fixture.bot(bot -> bot.onMention((mention, reply) -> reply.post("never")));
        fixture.workspace.failNextEvent(fault);

        fixture.ana.mentions(fixture.app, fixture.general, "x");

        assertThat(answers()).isEmpty();
        assertThat(fixture.app.deliveries())
                .last()
                .extracting(EventDelivery::status)
                .isEqualTo(403);
    }

    @Test
    void a_slow_handler_does_not_delay_the_acknowledgement() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch resume = new CountDownLatch(1);
        fixture.botWithThreads(bot -> bot.onMention((mention, reply) -> {
            started.countDown();
            resume.await(10, TimeUnit.SECONDS);
            reply.post("at last");
        }));

        fixture.ana.mentions(fixture.app, fixture.general, "x");

        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        EventDelivery delivery = fixture.app.deliveries().get(1);
        assertThat(delivery.status()).isEqualTo(200);
        assertThat(delivery.duration()).isLessThan(Duration.ofSeconds(1));
        assertThat(answers()).isEmpty();
        resume.countDown();
        fixture.general.awaits("at last");
    }

    @Test
    void an_event_beyond_capacity_is_refused_and_handled_on_retry() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch resume = new CountDownLatch(1);
        fixture.botWithThreads(bot -> bot.concurrency(1, 1).onMention((mention, reply) -> {
            started.countDown();
            resume.await(10, TimeUnit.SECONDS);
            reply.post("did " + mention.text());
        }));
        fixture.ana.mentions(fixture.app, fixture.general, "one");
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        fixture.ana.mentions(fixture.app, fixture.general, "two");

        fixture.ana.mentions(fixture.app, fixture.general, "three");

        assertThat(fixture.app.deliveries().stream().map(EventDelivery::status).filter(status -> status != 200))
                .containsExactly(503, 503);
        resume.countDown();
        fixture.general.awaits("did two");
        fixture.workspace.advance(Duration.ofMinutes(1));
        fixture.general.awaits("did three");
        assertThat(answers()).containsExactlyInAnyOrder("did one", "did two", "did three");
    }

    @Test
    void closing_finishes_accepted_events_and_refuses_new_ones() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch resume = new CountDownLatch(1);
        BotEvents bot =
                fixture.botWithThreads(options -> options.concurrency(1, 10).onMention((mention, reply) -> {
                    started.countDown();
                    resume.await(10, TimeUnit.SECONDS);
                    reply.post("did " + mention.text());
                }));
        fixture.ana.mentions(fixture.app, fixture.general, "one");
        fixture.ana.mentions(fixture.app, fixture.general, "two");
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        Thread closing = new Thread(bot::close);
        closing.start();
        resume.countDown();
        closing.join();

        assertThat(answers()).containsExactly("did one", "did two");
        fixture.ana.mentions(fixture.app, fixture.general, "three");
        assertThat(fixture.app.deliveries())
                .last()
                .extracting(EventDelivery::status)
                .isEqualTo(503);
    }

    @Test
    void events_unfinished_at_close_are_reported() throws InterruptedException {
        List<String> failed = new CopyOnWriteArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch bothReported = new CountDownLatch(2);
        BotEvents bot = fixture.botWithThreads(options -> options.concurrency(1, 10)
                .closeTimeout(Duration.ZERO)
                .onFailure((event, failure) -> {
                    failed.add(event.type() + " " + failure.getClass().getSimpleName());
                    bothReported.countDown();
                })
                .onMention((mention, reply) -> {
                    started.countDown();
                    never.await();
                }));
        fixture.ana.mentions(fixture.app, fixture.general, "one");
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        fixture.ana.mentions(fixture.app, fixture.general, "two");

        bot.close();

        assertThat(bothReported.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(failed).containsExactlyInAnyOrder("app_mention InterruptedException", "app_mention BotException");
    }

    @Test
    void a_failed_handler_is_reported_and_other_handlers_still_run() {
        List<String> received = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        fixture.bot(bot -> bot.onMention((mention, reply) -> {
                    throw new IllegalStateException("handler failed");
                })
                .on("app_mention", event -> received.add("typed"))
                .onAny(event -> received.add("any"))
                .onFailure((event, failure) -> failed.add(event.type() + ": " + failure.getMessage())));

        fixture.ana.mentions(fixture.app, fixture.general, "x");

        assertThat(received).containsExactly("typed", "any");
        assertThat(failed).containsExactly("app_mention: handler failed");
    }

    @Test
    void a_failing_failure_listener_does_no_harm() {
        List<String> received = new ArrayList<>();
        fixture.bot(bot -> bot.onFailure((event, failure) -> {
                    throw new IllegalStateException("listener failed");
                })
                .onMention((mention, reply) -> {
                    received.add(mention.text());
                    throw new IllegalStateException("handler failed");
                }));

        fixture.ana.mentions(fixture.app, fixture.general, "one");
        fixture.ana.mentions(fixture.app, fixture.general, "two");

        assertThat(received).containsExactly("one", "two");
        assertThat(fixture.app.deliveries()).extracting(EventDelivery::status).containsOnly(200);
    }
}
