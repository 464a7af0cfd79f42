package dev.parlance.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
    private static final double BUSY = 1;
    private static final double IN_BETWEEN = 0.8;
    private static final double NOT_BUSY = 0.2;

    private final ConcurrencyLimit concurrency = new ConcurrencyLimit(2);

    @Test
    void at_first_many_requests_are_handled_at_a_time() {
        assertThat(concurrency.available()).isEqualTo(ConcurrencyLimit.MAX);
    }

    @Test
    void busy_processors_handle_one_request_each() {
        adaptTo(BUSY, 10);

        assertThat(concurrency.available()).isEqualTo(2);
    }

    @Test
    void the_limit_rises_again_when_the_processors_are_idle() {
        adaptTo(BUSY, 10);
        adaptTo(NOT_BUSY, 10);

        assertThat(concurrency.available()).isEqualTo(ConcurrencyLimit.MAX);
    }

    @Test
    void a_medium_load_does_not_change_the_limit() {
        adaptTo(BUSY, 1);
        adaptTo(IN_BETWEEN, 10);

        assertThat(concurrency.available()).isEqualTo(ConcurrencyLimit.MAX / 4);
    }

    @Test
    void requests_in_progress_continue_when_the_limit_falls() throws Exception {
        for (int i = 0; i < ConcurrencyLimit.MAX; i++) {
            concurrency.acquire();
        }
        adaptTo(BUSY, 10);
        for (int i = 0; i < ConcurrencyLimit.MAX; i++) {
            concurrency.release();
        }

        assertThat(concurrency.available()).isEqualTo(2);
    }

    private void adaptTo(double load, int times) {
        for (int i = 0; i < times; i++) {
            concurrency.adaptTo(load);
        }
    }
}
