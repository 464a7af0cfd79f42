package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The fake in JUnit tests. */
class ExtensionTest {
    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }

    private static List<Throwable> failures(Class<?> tests) {
        return run(tests).testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow())
                .toList();
    }

    static class SharedFake {
        @ForEachTest
        static final FakeTwilio twilio = FakeTwilio.create();

        @BeforeAll
        static void setUp() {
            twilio.mount("https://app.example", request -> WebhookResponse.text("hi"));
            twilio.number("+15005550100").onText("https://app.example/sms");
        }

        @Test
        void first() {
            checkStart();
        }

        @Test
        void second() {
            checkStart();
        }

        private static void checkStart() {
            assertThat(twilio.phone("+5215512345678").inbox()).isEmpty();
            assertThat(twilio.clock().instant().toString()).isEqualTo("2026-03-01T12:00:00Z");
            twilio.number("+15005550101");
            twilio.phone("+5215512345678").textsTo("+15005550100", "hola").receives("hi");
            twilio.advance(Duration.ofHours(1));
            assertThat(twilio.settings().phoneNumber()).contains(Address.of("+15005550100"));
            assertThatThrownBy(() -> twilio.phone("+5215512345678").textsTo("+15005550102", "hola"))
                    .hasMessageContaining("does not own");
            twilio.number("+15005550102");
        }
    }

    @Test
    void each_test_starts_with_only_the_setup_from_before_the_first() {
        assertThat(failures(SharedFake.class)).isEmpty();
    }

    static class KeptClock {
        @ForEachTest
        static final FakeTwilio twilio = FakeTwilio.create();

        static final Clock KEPT = twilio.clock();
        static final Clock KEPT_ELSEWHERE = KEPT.withZone(ZoneId.of("Asia/Tokyo"));

        @Test
        void first() {
            checkClock();
        }

        @Test
        void second() {
            checkClock();
        }

        private static void checkClock() {
            assertThat(KEPT.instant()).isEqualTo("2026-03-01T12:00:00Z");
            twilio.advance(Duration.ofHours(1));
            assertThat(KEPT.instant()).isEqualTo("2026-03-01T13:00:00Z");
            assertThat(KEPT_ELSEWHERE.instant()).isEqualTo("2026-03-01T13:00:00Z");
            assertThat(KEPT_ELSEWHERE.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        }
    }

    @Test
    void a_clock_taken_before_the_first_test_follows_each_test() {
        assertThat(failures(KeptClock.class)).isEmpty();
    }

    static class FakePerTest {
        @ForEachTest
        final FakeTwilio twilio = FakeTwilio.create();

        private static FakeTwilio before;

        @Test
        void first() {
            checkNew();
        }

        @Test
        void second() {
            checkNew();
        }

        private void checkNew() {
            assertThat(twilio).isNotSameAs(before);
            if (before != null) {
                assertThatThrownBy(before::url).hasMessageContaining("closed");
            }
            before = twilio;
        }
    }

    @Test
    void an_instance_field_gives_each_test_a_new_fake() {
        run(FakePerTest.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2).failed(0));
    }

    static class WithNested {
        @ForEachTest
        static final FakeTwilio twilio = FakeTwilio.create();

        @Nested
        class Inner {
            @Test
            void inner() {
                twilio.settle().url();
            }
        }

        @Nested
        class Other {
            @Test
            void other() {
                twilio.settle().url();
            }
        }
    }

    static class Inheriting extends WithNested {}

    @Test
    void the_fake_is_open_in_nested_and_inheriting_classes() {
        run(WithNested.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2).failed(0));
        run(Inheriting.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2).failed(0));
    }

    static class WithOuterField {
        @ForEachTest
        final FakeTwilio twilio = FakeTwilio.create().strict();

        @Nested
        class Inner {
            @Test
            void warns() {
                new Rest(twilio, "lookups.twilio.com").get("/v2/Anything");
            }
        }
    }

    @Test
    void an_instance_field_serves_the_nested_classes() {
        assertThat(failures(WithOuterField.class))
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).hasMessageContaining("The fake does not support GET lookups.twilio.com"));
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {
        @ForEachTest
        final FakeTwilio twilio = FakeTwilio.create();

        @BeforeAll
        void setUp() {
            twilio.number("+15005550100");
        }

        @Test
        void first() {
            checkStart();
        }

        @Test
        void second() {
            checkStart();
        }

        private void checkStart() {
            assertThat(twilio.settings().phoneNumber()).contains(Address.of("+15005550100"));
            assertThat(twilio.clock().instant()).isEqualTo("2026-03-01T12:00:00Z");
            twilio.advance(Duration.ofHours(1));
        }
    }

    @Test
    void tests_that_share_an_instance_share_what_was_set_up() {
        assertThat(failures(OneInstance.class)).isEmpty();
    }

    static class NoFake {
        @ForEachTest
        static final String notAFake = "";

        @Test
        void never_runs() {}
    }

    @Test
    void a_field_without_a_fake_is_a_mistake_that_says_so() {
        assertThat(run(NoFake.class).containerEvents().failed().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                        .map(result -> result.getThrowable().orElseThrow().getMessage()))
                .singleElement()
                .asString()
                .contains("@ForEachTest is for a field with a fake", "notAFake");
    }

    static class Failing {
        @ForEachTest
        static final FakeTwilio twilio = FakeTwilio.create().strict();

        @Test
        void fails() {
            twilio.mount("https://app.example", request -> WebhookResponse.text("hi"));
            twilio.number("+15005550100").onText("https://app.example/sms");
            twilio.phone("+5215512345678").texts("hola").receives("bye");
        }
    }

    @Test
    void a_failure_includes_the_log() {
        assertThat(failures(Failing.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(log -> assertThat(log)
                                .hasMessageContaining("WEBHOOK POST https://app.example/sms -> HTTP 200")
                                .hasMessageContaining("+5215512345678 -> +15005550100: hola")));
    }

    static class Strict {
        @ForEachTest
        static final FakeTwilio twilio = FakeTwilio.create().strict();

        @Test
        void passes_except_for_the_warning() {
            byte[] twiml = "<Response><Message color=\"red\">hi</Message></Response>".getBytes(StandardCharsets.UTF_8);
            twilio.mount("https://app.example", request -> WebhookResponse.bytes("text/xml", twiml));
            twilio.number("+15005550100").onText("https://app.example/sms");
            twilio.phone("+5215512345678").texts("hola").receives("hi");
        }
    }

    @Test
    void strict_mode_fails_on_a_warning() {
        assertThat(failures(Strict.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("12200")
                        .hasMessageContaining("'color'"));
    }

    static class StrictWithGap {
        @ForEachTest
        static final FakeTwilio twilio = FakeTwilio.create().strict();

        @Test
        void passes_except_for_the_gap() {
            new Rest(twilio, "lookups.twilio.com").get("/v2/Anything");
        }
    }

    @Test
    void strict_mode_fails_on_a_gap() {
        assertThat(failures(StrictWithGap.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("The fake does not support GET lookups.twilio.com"));
    }

    @Test
    void the_fake_runs_without_junit() {
        FakeTwilio twilio = FakeTwilio.start();
        assertThat(new Rest(twilio, "api.twilio.com")
                        .get("/2010-04-01/Accounts.json")
                        .status())
                .isEqualTo(200);
        twilio.proxyUrl();
        twilio.close();

        assertThatThrownBy(twilio::url).hasMessageContaining("closed");
    }
}
