package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When and where listeners run. */
@Timeout(60)
class ListenersTest {
    private static final String ANA = "+15005550006";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final List<String> heard = new CopyOnWriteArrayList<>();

    private static SurveysBuilder surveys(Consumer<SurveyEvent> listener) {
        return Surveys.builder(Coffee.survey().build()).clock(twilio.clock()).onAnyEvent(listener);
    }

    private void hear(SurveyEvent event) {
        heard.add(event.session().respondent().value() + " " + event.type() + " " + event.sequence());
    }

    private static String text(Surveys surveys, String person, String body) {
        return surveys.textWebhook()
                .respond(WebhookRequest.post("https://hooks.example.com/sms")
                        .withForm("MessageSid", "SM" + body, "From", person, "To", "+15005550100", "Body", body))
                .bodyText();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void a_slow_listener_does_not_hold_up_the_reply() {
        CountDownLatch replied = new CountDownLatch(2);
        try (Surveys surveys = surveys(event -> {
                    await(replied);
                    hear(event);
                })
                .build()) {
            assertThat(text(surveys, ANA, "hi")).contains("How was the coffee");
            replied.countDown();
            assertThat(text(surveys, ANA, "4")).contains("Would you come again?");
            assertThat(heard).isEmpty();
            replied.countDown();
        }

        assertThat(heard).containsExactly(ANA + " STARTED 1", ANA + " ANSWERED 2");
    }

    @Test
    void a_listener_gets_the_events_of_a_session_one_after_the_other_and_once() {
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (Surveys surveys = surveys(event -> {
                    most.accumulateAndGet(together.incrementAndGet(), Math::max);
                    hear(event);
                    together.decrementAndGet();
                })
                .build()) {
            IntStream.rangeClosed(1, 30).forEach(i -> {
                text(surveys, ANA, "4");
                text(surveys, ANA, "back " + i);
                text(surveys, ANA, "back");
            });
        }

        assertThat(most).hasValue(1);
        assertThat(heard)
                .hasSizeGreaterThan(1)
                .isEqualTo(heard.stream().distinct().toList())
                .isSortedAccordingTo((a, b) -> Integer.compare(sequence(a), sequence(b)));
    }

    private static int sequence(String event) {
        return Integer.parseInt(event.substring(event.lastIndexOf(' ') + 1));
    }

    @Test
    void a_slow_listener_delays_no_other_session() {
        CountDownLatch benHeard = new CountDownLatch(1);
        try (Surveys surveys = surveys(event -> {
                    if (event.session().respondent().value().equals(ANA)) {
                        await(benHeard);
                    } else {
                        benHeard.countDown();
                    }
                    hear(event);
                })
                .build()) {
            text(surveys, ANA, "hi");
            text(surveys, "+15005550009", "hi");
        }

        assertThat(heard).hasSize(2);
    }

    @Test
    void after_closing_run_due_delivers_the_events() {
        Surveys surveys = surveys(this::hear).build();
        surveys.close();
        surveys.close();

        assertThat(text(surveys, ANA, "hi")).contains("How was the coffee");
        assertThat(heard).isEmpty();

        twilio.advance(Duration.ofMinutes(1));
        assertThat(surveys.runDue().published()).isEqualTo(1);
        assertThat(heard).containsExactly(ANA + " STARTED 1");
    }

    @Test
    void events_that_your_executor_rejects_are_delivered_by_run_due() {
        try (Surveys surveys = surveys(this::hear)
                .listenerExecutor(task -> {
                    throw new RejectedExecutionException("full");
                })
                .build()) {
            assertThat(text(surveys, ANA, "hi")).contains("How was the coffee");
            twilio.advance(Duration.ofMinutes(1));
            assertThat(surveys.runDue().published()).isEqualTo(1);
        }
    }

    @Test
    void listeners_in_the_thread_of_the_webhook_run_before_the_reply() {
        try (Surveys surveys =
                surveys(this::hear).listenerExecutor(Runnable::run).build()) {
            text(surveys, ANA, "hi");
            assertThat(heard).containsExactly(ANA + " STARTED 1");
        }
    }

    /** Prints the thread of a listener. */
    static final class Printer {
        public static void main(String[] arguments) {
            try (Surveys surveys = Surveys.builder(Coffee.survey().build())
                    .onAnyEvent(
                            event -> System.out.println(Thread.currentThread().getName()))
                    .build()) {
                text(surveys, ANA, "hi");
            }
        }
    }

    private static String threadOfListener(Map<String, String> environment) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Printer.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        java.environment().putAll(environment);
        return new String(java.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void on_lambda_listeners_run_before_the_reply() throws IOException {
        assertThat(threadOfListener(Map.of())).isEqualTo("parlance-listener");
        assertThat(threadOfListener(Map.of("AWS_LAMBDA_FUNCTION_NAME", "texts")))
                .isEqualTo("main");
    }
}
