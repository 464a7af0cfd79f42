package dev.parlance.serverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private static final List<Integer> FIFTY = IntStream.range(0, 50).boxed().toList();

    @Test
    void ten_are_done_at_a_time_and_no_more() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch ten = new CountDownLatch(10);

        List<Integer> doubled = Together.map(FIFTY, number -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            ten.countDown();
            await(ten);
            running.decrementAndGet();
            return 2 * number;
        });

        assertThat(most).hasValue(10);
        assertThat(doubled).isEqualTo(FIFTY.stream().map(number -> 2 * number).toList());
    }

    @Test
    void after_a_failure_nothing_more_is_begun() {
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> Together.map(FIFTY, number -> {
                    begun.incrementAndGet();
                    if (number == 0) {
                        throw new DeployException("the first");
                    }
                    await(never); // until it is interrupted
                    return number;
                }))
                .hasMessage("the first");

        assertThat(begun).hasValueLessThanOrEqualTo(11);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
