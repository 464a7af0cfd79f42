package dev.parlance.survey.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static final long[] PRECISION = {1, 1_000, 1_000_000, 1_000_000_000};

    @Test
    void times_are_written_and_read_like_java_to_the_nanosecond() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            long second = random.nextLong(-99_000_000_000L, 999_000_000_000L);
            long nanos =
                    random.nextLong(1_000_000_000) / PRECISION[i % PRECISION.length] * PRECISION[i % PRECISION.length];
            Instant time = Instant.ofEpochSecond(second, nanos);

            assertThat(Times.write(time)).isEqualTo(time.toString());
            assertThat(Times.read(time.toString())).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T00:00:00Z",
                "2026-11-21T12:30:00Z",
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999Z",
                "9999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z"
            })
    void whole_minutes_and_distant_years_are_written_like_java(String text) {
        assertThat(Times.write(Instant.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-21T24:00:00Z", "2026-11-21T12:00:00.5Z", "2026-02-28T23:59:59Z", "2026-11-21T12:00:00.Z"
            })
    void unusual_times_are_read_like_java(String text) {
        assertThat(Times.read(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Z", "yesterday", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-11-21 12:00:00Z"})
    void an_invalid_time_is_refused(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Times.read(text));
    }
}
