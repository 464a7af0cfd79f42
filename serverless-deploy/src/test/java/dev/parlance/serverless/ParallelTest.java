package dev.parlance.serverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private static final List<Integer> FIFTY = IntStream.range(0, 50).boxed().toList();

    @Test
    void at_most_ten_tasks_run_at_a_time() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch ten = new CountDownLatch(10);

        List<Integer> doubled = Parallel.map(FIFTY, number -> {
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
    void no_task_starts_after_a_failure() {
        AtomicInteger started = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> Parallel.map(FIFTY, number -> {
                    started.incrementAndGet();
                    if (number == 0) {
                        throw new DeployException("the first");
                    }
                    await(never); // until interrupted
                    return number;
                }))
                .hasMessage("the first");

        assertThat(started).hasValueLessThanOrEqualTo(11);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
