package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
            WebhookRequest.post("https://example.com/sms").form("Body", "hola");
    private static final WebhookRequest BY_OLD =
            TwilioSignature.withToken("old").sign(TEXT);
    private static final WebhookRequest BY_NEW =
            TwilioSignature.withToken("new").sign(TEXT);
    private static final WebhookRequest FORGED =
            TwilioSignature.withToken("guessed").sign(TEXT);

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger loads = new AtomicInteger();
    private volatile String stored = "old";

    private TwilioSignature loading(Supplier<Secrets> loader) {
        return TwilioSignature.with(
                Secrets.loadedBy(loader).atMostEvery(Duration.ofMinutes(1)).clock(clock));
    }

    private Secrets load() {
        loads.incrementAndGet();
        return Secrets.of(stored);
    }

    @Test
    void without_any_secret_nothing_can_be_checked() {
        assertThatIllegalArgumentException().isThrownBy(() -> Secrets.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Secrets.of(" "));
    }

    @Test
    void secrets_are_loaded_once_for_as_long_as_they_fit() {
        TwilioSignature signature = loading(this::load);
        assertThat(loads).hasValue(0);

        for (int i = 0; i < 10; i++) {
            clock.advance(Duration.ofHours(1));
            assertThat(signature.verify(BY_OLD).isAccepted()).isTrue();
        }

        assertThat(loads).hasValue(1);
    }

    @Test
    void the_first_request_that_is_signed_with_a_new_secret_is_accepted() {
        TwilioSignature signature = loading(this::load);
        signature.verify(BY_OLD);
        clock.advance(Duration.ofMinutes(1));

        stored = "new";

        assertThat(signature.verify(BY_NEW).isAccepted()).isTrue();
        assertThat(signature.verify(BY_OLD).isAccepted()).isFalse();
    }

    @Test
    void however_many_requests_are_forged_the_secrets_are_loaded_once_an_interval() throws Exception {
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
    void a_loader_that_fails_leaves_the_secrets_that_were_loaded_before() {
        TwilioSignature signature = loading(() -> {
            if (loads.incrementAndGet() > 1) {
                throw new IllegalStateException("the vault is down, as this test wants");
            }
            return Secrets.of("old");
        });
        signature.verify(BY_OLD);
        clock.advance(Duration.ofMinutes(1));

        assertThat(signature.verify(FORGED).refusal()).contains(Refusal.WRONG_SIGNATURE);
        assertThat(loads).hasValue(2);
        assertThat(signature.verify(BY_OLD).isAccepted()).isTrue();
    }

    @Test
    void without_secrets_the_sender_is_asked_to_come_again_and_they_are_soon_looked_for_again() {
        TwilioSignature signature = loading(() -> {
            if (loads.incrementAndGet() == 1) {
                throw new IllegalStateException("the vault is down, as this test wants");
            }
            return Secrets.of("old");
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
    void who_comes_while_the_secrets_are_being_loaded_waits_for_them() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch loaded = new CountDownLatch(1);
        TwilioSignature signature = loading(() -> {
            loading.countDown();
            await(loaded);
            return Secrets.of("new");
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
