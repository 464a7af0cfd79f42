package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application that sends and calls from other threads, a moment later. */
@Timeout(60)
class WaitingTest {
    private static final String OURS = "+15005550100";
    private static final String ANA = "+5215512345678";
    private static final Duration LONG = Duration.ofHours(1);

    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    private FakePhone ana;
    private Rest rest;

    @BeforeEach
    void setUp() {
        twilio.number(OURS);
        ana = twilio.phone(ANA);
        rest = new Rest(twilio, "api.twilio.com");
    }

    /** Runs an action in another thread as soon as this thread waits. */
    private static CompletableFuture<Void> whenThisThreadWaits(Runnable action) {
        Thread test = Thread.currentThread();
        return CompletableFuture.runAsync(() -> {
            while (test.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            action.run();
        });
    }

    @Test
    void a_text_that_is_sent_a_moment_later_is_received() {
        twilio.waitsUpTo(LONG);
        Instant before = twilio.clock().instant();
        CompletableFuture<Void> sending = whenThisThreadWaits(() -> rest.text(ANA, OURS, "hola"));

        ana.receives("hola");

        sending.join();
        assertThat(twilio.clock().instant()).isEqualTo(before);
    }

    @Test
    void a_call_that_is_placed_a_moment_later_is_answered() {
        twilio.waitsUpTo(LONG);
        CompletableFuture<Void> calling = whenThisThreadWaits(() -> rest.post(
                rest.account() + "/Calls.json",
                "To",
                ANA,
                "From",
                OURS,
                "Twiml",
                "<Response><Say>hola</Say></Response>"));

        ana.answers().hears("hola");

        calling.join();
    }

    @Test
    void a_failure_says_how_long_it_waited() {
        twilio.waitsUpTo(Duration.ofMillis(50));

        assertThatThrownBy(ana::receives).hasMessageContaining("received no more texts, within 0.05 s of real time");
        assertThatThrownBy(ana::answers).hasMessageContaining("is not ringing, after 0.05 s of real time");
    }

    @Test
    void a_failure_names_a_number_without_a_webhook() {
        twilio.waitsUpTo(Duration.ZERO);
        ana.texts("hola");

        assertThatThrownBy(ana::receives)
                .hasMessageContaining(
                        OURS + " has no webhook for texts: set it with twilio.number(\"" + OURS + "\").onText(url).");
        twilio.number(OURS).onText("https://app.example/sms");
        assertThatThrownBy(ana::receives).hasMessageNotContaining("has no webhook");
    }

    @Test
    void receives_nothing_does_not_wait_in_real_time() {
        twilio.waitsUpTo(LONG);

        ana.receivesNothing();

        assertThat(ana.inbox()).isEmpty();
    }
}
