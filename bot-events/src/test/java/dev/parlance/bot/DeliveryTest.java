package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.testkit.workspace.Delivered;
import dev.parlance.testkit.workspace.EventFault;
import dev.parlance.testkit.workspace.FakePost;
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

/** How events are taken: signed, once, in time, and none of them silently dropped. */
class DeliveryTest {
    private final Office office = new Office();

    @AfterEach
    void closeTheOffice() {
        office.close();
    }

    private List<String> answers() {
        return office.general.answers().stream().map(FakePost::text).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER_LOST", "THRICE", "THRICE_AT_ONCE"})
    void what_is_sent_again_is_answered_once(EventFault fault) {
        office.bot(bot -> bot.onMention((mention, reply) -> reply.say("once")));
        office.workspace.nextEvent(fault);

        office.ana.mentions(office.app, office.general, "x");

        assertThat(answers()).containsExactly("once");
        assertThat(office.app.deliveries().stream().filter(one -> one.type().equals("app_mention")))
                .hasSizeGreaterThan(1)
                .allMatch(one -> one.status() == 200);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONGLY_SIGNED", "UNSIGNED", "STALE", "FROM_THE_FUTURE"})
    void what_the_workspace_did_not_just_sign_is_refused(EventFault fault) {
        office.bot(bot -> bot.onMention((mention, reply) -> reply.say("never")));
        office.workspace.nextEvent(fault);

        office.ana.mentions(office.app, office.general, "x");

        assertThat(answers()).isEmpty();
        assertThat(office.app.deliveries()).last().extracting(Delivered::status).isEqualTo(403);
    }

    @Test
    void a_slow_handler_keeps_nobody_waiting_for_the_acknowledgement() throws InterruptedException {
        CountDownLatch atIt = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        office.botInItsOwnThreads(bot -> bot.onMention((mention, reply) -> {
            atIt.countDown();
            goOn.await(10, TimeUnit.SECONDS);
            reply.say("at last");
        }));

        office.ana.mentions(office.app, office.general, "x");

        assertThat(atIt.await(10, TimeUnit.SECONDS)).isTrue();
        Delivered delivered = office.app.deliveries().get(1);
        assertThat(delivered.status()).isEqualTo(200);
        assertThat(delivered.took()).isLessThan(Duration.ofSeconds(1));
        assertThat(answers()).isEmpty();
        goOn.countDown();
        office.general.awaits("at last");
    }

    @Test
    void what_finds_no_room_is_answered_503_and_handled_when_it_comes_again() throws InterruptedException {
        CountDownLatch atIt = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        office.botInItsOwnThreads(bot -> bot.atOnce(1, 1).onMention((mention, reply) -> {
            atIt.countDown();
            goOn.await(10, TimeUnit.SECONDS);
            reply.say("did " + mention.text());
        }));
        office.ana.mentions(office.app, office.general, "one");
        assertThat(atIt.await(10, TimeUnit.SECONDS)).isTrue();
        office.ana.mentions(office.app, office.general, "two");

        office.ana.mentions(office.app, office.general, "three");

        assertThat(office.app.deliveries().stream().map(Delivered::status).filter(status -> status != 200))
                .containsExactly(503, 503);
        goOn.countDown();
        office.general.awaits("did two");
        office.workspace.advance(Duration.ofMinutes(1));
        office.general.awaits("did three");
        assertThat(answers()).containsExactlyInAnyOrder("did one", "did two", "did three");
    }

    @Test
    void closing_ends_what_was_taken_and_takes_nothing_more() throws InterruptedException {
        CountDownLatch atIt = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        BotEvents bot =
                office.botInItsOwnThreads(options -> options.atOnce(1, 10).onMention((mention, reply) -> {
                    atIt.countDown();
                    goOn.await(10, TimeUnit.SECONDS);
                    reply.say("did " + mention.text());
                }));
        office.ana.mentions(office.app, office.general, "one");
        office.ana.mentions(office.app, office.general, "two");
        assertThat(atIt.await(10, TimeUnit.SECONDS)).isTrue();

        Thread closing = new Thread(bot::close);
        closing.start();
        goOn.countDown();
        closing.join();

        assertThat(answers()).containsExactly("did one", "did two");
        office.ana.mentions(office.app, office.general, "three");
        assertThat(office.app.deliveries()).last().extracting(Delivered::status).isEqualTo(503);
    }

    @Test
    void what_is_not_done_in_time_when_it_closes_is_told_and_not_forgotten_silently() throws InterruptedException {
        List<String> failed = new CopyOnWriteArrayList<>();
        CountDownLatch atIt = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch bothTold = new CountDownLatch(2);
        BotEvents bot = office.botInItsOwnThreads(options -> options.atOnce(1, 10)
                .patience(Duration.ZERO)
                .onFailure((event, failure) -> {
                    failed.add(event.type() + " " + failure.getClass().getSimpleName());
                    bothTold.countDown();
                })
                .onMention((mention, reply) -> {
                    atIt.countDown();
                    never.await();
                }));
        office.ana.mentions(office.app, office.general, "one");
        assertThat(atIt.await(10, TimeUnit.SECONDS)).isTrue();
        office.ana.mentions(office.app, office.general, "two");

        bot.close();

        assertThat(bothTold.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(failed).containsExactlyInAnyOrder("app_mention InterruptedException", "app_mention BotException");
    }

    @Test
    void a_handler_that_fails_is_told_and_keeps_nobody_else_from_hearing() {
        List<String> heard = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        office.bot(bot -> bot.onMention((mention, reply) -> {
                    throw new IllegalStateException("no idea");
                })
                .on("app_mention", event -> heard.add("typed"))
                .onAny(event -> heard.add("any"))
                .onFailure((event, failure) -> failed.add(event.type() + ": " + failure.getMessage())));

        office.ana.mentions(office.app, office.general, "x");

        assertThat(heard).containsExactly("typed", "any");
        assertThat(failed).containsExactly("app_mention: no idea");
    }

    @Test
    void a_listener_that_fails_itself_harms_nobody() {
        List<String> heard = new ArrayList<>();
        office.bot(bot -> bot.onFailure((event, failure) -> {
                    throw new IllegalStateException("no idea either");
                })
                .onMention((mention, reply) -> {
                    heard.add(mention.text());
                    throw new IllegalStateException("no idea");
                }));

        office.ana.mentions(office.app, office.general, "one");
        office.ana.mentions(office.app, office.general, "two");

        assertThat(heard).containsExactly("one", "two");
        assertThat(office.app.deliveries()).extracting(Delivered::status).containsOnly(200);
    }
}
