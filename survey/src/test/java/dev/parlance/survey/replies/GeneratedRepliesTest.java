package dev.parlance.survey.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.question.AskContext;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Question;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any reply is read without an exception, and fast. {@code -Dreplies.generated=100000} sets how many replies there are for each
 * kind and language; from 10,000, the time that they take is printed, and must be below a millisecond for 99 of 100.
 */
class GeneratedRepliesTest {
    private static final int COUNT = Integer.getInteger("replies.generated", 500);
    private static final int ENOUGH_TO_MEASURE = 10_000;
    private static final int MICRO = 1_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 13);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Survey survey = SurveyFolder.at(folder()).load();

    @ParameterizedTest
    @ValueSource(strings = {"age", "rating", "yesNo", "likert", "symptoms", "date", "time"})
    void any_reply_in_any_language_is_read_quickly(String question) {
        Question asked = survey.question(question).orElseThrow();
        long[] times = new long[COUNT * GeneratedReplies.LANGUAGES.size()];
        int at = 0;
        for (String language : GeneratedReplies.LANGUAGES) {
            AskContext context = new AskContext(survey.words(language), Medium.TEXT, TODAY, 0);
            GeneratedReplies replies = new GeneratedReplies(language, 42);
            for (int i = 0; i < COUNT; i++) {
                times[at++] = nanos(asked, Input.text(replies.next()), context);
            }
        }

        if (COUNT >= ENOUGH_TO_MEASURE) {
            Arrays.sort(times);
            long p99 = times[times.length / 100 * 99];
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %d | %d | %d |%n",
                    question,
                    times.length,
                    times[times.length / 2] / MICRO,
                    p99 / MICRO,
                    times[times.length - 1] / MICRO);
            assertThat(p99).as("the 99th percentile in nanoseconds").isLessThan(1_000_000);
        }
    }

    /** The processor time that the reading of one reply takes, whatever else the machine does. */
    private static long nanos(Question asked, Input reply, AskContext context) {
        long start = THREADS.getCurrentThreadCpuTime();
        asked.read(reply, context);
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(GeneratedRepliesTest.class.getResource("/replies"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
