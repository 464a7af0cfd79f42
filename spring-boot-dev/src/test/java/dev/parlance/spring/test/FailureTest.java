package dev.parlance.spring.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a developer sees of a test that fails. */
class FailureTest {
    @ParlanceTest
    static class Failing {
        @Test
        void a_wrong_expectation(FakePhone ana) {
            ana.texts("hello").receives("Goodbye");
        }

        @Test
        void a_webhook_in_a_strict_test(FakePhone ana, FakeTwilio twilio) {
            twilio.strict();
            twilio.number("+15005550100").onText("http://localhost:1/sms");
            ana.texts("hello");
        }
    }

    @Test
    void a_failure_shows_the_log_and_a_strict_test_the_alerts() {
        List<Throwable> failures =
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(Failing.class))
                        .execute()
                        .testEvents()
                        .failed()
                        .stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                        .map(result -> result.getThrowable().orElseThrow())
                        .toList();

        assertThat(failures).hasSize(2);
        assertThat(failures)
                .anySatisfy(failure -> assertThat(failure.getSuppressed())
                        .anySatisfy(log -> assertThat(log).hasMessageStartingWith("Log of the fake Twilio:")))
                .anySatisfy(failure -> assertThat(failure).hasMessageStartingWith("Twilio's debugger shows:"));
    }
}
