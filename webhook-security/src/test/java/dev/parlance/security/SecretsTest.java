package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SecretsTest {
    private static final WebhookRequest TEXT =
            WebhookRequest.post("https://example.com/sms").withForm("Body", "hola");
    private static final WebhookRequest BY_OLD =
            TwilioSignature.of(Secret.of("old")).sign(TEXT);
    private static final WebhookRequest BY_NEW =
            TwilioSignature.of(Secret.of("new")).sign(TEXT);
    private static final WebhookRequest FORGED =
            TwilioSignature.of(Secret.of("guessed")).sign(TEXT);

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger loads = new AtomicInteger();
    private volatile String stored = "old";

    private TwilioSignature loading(Supplier<Secrets> loader) {
        return TwilioSignature.of(
                Secrets.loading(loader).withMinInterval(Duration.ofMinutes(1)).withClock(clock));
    }

    private Secrets load() {
        loads.incrementAndGet();
        return Secrets.of(Secret.of(stored));
    }

    @Test
    void an_empty_list_or_a_blank_secret_is_rejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Secrets.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Secrets.of(Secret.of(" ")));
    }

    @Test
    void secrets_are_loaded_once_as_long_as_they_match() {
        TwilioSignature signature = loading(this::load);
        assertThat(loads).hasValue(0);

        for (int i = 0; i < 10; i++) {
            clock.advance(Duration.ofHours(1));
            assertThat(signature.verify(BY_OLD).isAccepted()).isTrue();
        }

        assertThat(loads).hasValue(1);
    }

    @Test
    void the_first_request_signed_with_a_new_secret_is_accepted() {
        TwilioSignature signature = loading(this::load);
        signature.verify(BY_OLD);
        clock.advance(Duration.ofMinutes(1));

        stored = "new";

        assertThat(signature.verify(BY_NEW).isAccepted()).isTrue();
        assertThat(signature.verify(BY_OLD).isAccepted()).isFalse();
    }

    @Test
    void forged_requests_cause_at_most_one_load_per_interval() throws Exception {
        TwilioSignature signature = loading(this::load);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int minute = 1; minute <= 3; minute++) {
                List<Future<Verdict>> verdicts = IntStream.range(0, 200)
                        .mapToObj(i -> threads.submit(() -> signature.verify(FORGED)))
                        .toList();
                for (Future<Verdict> verdict : verdicts) {
                    assertThat(verdict.get().refusal()).contains(Refusal.WRONG_SIGNATURE);
                }
                assertThat(loads).as("in minute %d", minute).hasValue(minute);
                clock.advance(Duration.ofMinutes(1));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_failed_reload_keeps_the_previous_secrets() {
        TwilioSignature signature = loading(() -> {
            if (loads.incrementAndGet() > 1) {
                throw new IllegalStateException("the vault is down (expected by this test)");
            }
            return Secrets.of(Secret.of("old"));
        });
        signature.verify(BY_OLD);
        clock.advance(Duration.ofMinutes(1));

        assertThat(signature.verify(FORGED).refusal()).contains(Refusal.WRONG_SIGNATURE);
        assertThat(loads).hasValue(2);
        assertThat(signature.verify(BY_OLD).isAccepted()).isTrue();
    }

    @Test
    void without_secrets_the_sender_gets_a_503_and_loading_is_retried_soon() {
        TwilioSignature signature = loading(() -> {
            if (loads.incrementAndGet() == 1) {
                throw new IllegalStateException("the vault is down (expected by this test)");
            }
            return Secrets.of(Secret.of("old"));
        });

        assertThat(signature.verify(BY_OLD).refusal()).contains(Refusal.SECRETS_UNAVAILABLE);
        assertThat(signature.verify(BY_OLD).refusal()).contains(Refusal.SECRETS_UNAVAILABLE);
        assertThat(loads).hasValue(1);
        assertThat(Refusal.SECRETS_UNAVAILABLE.status()).isEqualTo(503);

        clock.advance(Duration.ofSeconds(1));
        assertThat(signature.verify(BY_OLD).isAccepted()).isTrue();
    }

    @Test
    @Timeout(20)
    void requests_that_arrive_during_loading_wait_for_the_secrets() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch loaded = new CountDownLatch(1);
        TwilioSignature signature = loading(() -> {
            loading.countDown();
            await(loaded);
            return Secrets.of(Secret.of("new"));
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Verdict> first = threads.submit(() -> signature.verify(BY_NEW));
            await(loading);
            Future<Verdict> second = threads.submit(() -> signature.verify(BY_NEW));
            loaded.countDown();

            assertThat(first.get().isAccepted()).isTrue();
            assertThat(second.get().isAccepted()).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
