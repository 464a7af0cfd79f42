package dev.parlance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pauses are half their bound here, because the random number is always 0.5. */
class RetriesTest {
    private static final String SEND = "POST *Messages.json";
    private static final String READ = "GET *";
    private static final ApiFault TOO_MANY = ApiFault.error(429, 20429, "Too Many Requests");
    private static final ApiFault BROKEN = ApiFault.serverError(503);

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final FakeAccount fake = new FakeAccount(twilio);

    private Receipt send() {
        return fake.account().send(text());
    }

    private static TextMessage text() {
        return TextMessage.to(Address.of("+5215512345678"), "Hi");
    }

    private Optional<LoggedMessage> read() {
        return fake.account().messages().get("SM" + "1".repeat(32));
    }

    private TwilioAccount with(RetryPolicy retries) {
        return fake.with(twilio.settings()).retries(retries).build();
    }

    private static AccountException failureOf(ThrowingCallable request) {
        return catchThrowableOfType(AccountException.class, request);
    }

    @Test
    void too_many_requests_are_retried_after_the_seconds_in_retry_after() {
        twilio.failNext(SEND, ApiFault.rateLimited(Duration.ofSeconds(3)));

        assertThat(send().status()).isEqualTo("queued");

        assertThat(twilio.sent()).hasSize(1);
        assertThat(fake.requests()).isEqualTo(2);
        assertThat(fake.pauses()).containsExactly(Duration.ofMillis(3125));
    }

    @Test
    void a_wait_longer_than_the_policy_allows_fails_at_once_with_the_time_to_wait() {
        twilio.failNext(SEND, ApiFault.rateLimited(Duration.ofSeconds(60)));

        AccountException failure = failureOf(this::send);

        assertThat(failure.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(60));
        assertThat(fake.requests()).isEqualTo(1);
        assertThat(fake.pauses()).isEmpty();
    }

    @Test
    void pauses_double_and_tries_are_limited() {
        twilio.failNext(5, SEND, TOO_MANY);

        assertThat(failureOf(this::send).reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(fake.requests()).isEqualTo(4);
        assertThat(fake.pauses())
                .containsExactly(Duration.ofMillis(125), Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void pauses_do_not_exceed_the_longest() {
        TwilioAccount patient =
                with(new RetryPolicy(5, Duration.ofMinutes(1), Duration.ofSeconds(2), Duration.ofSeconds(5)));
        twilio.failNext(5, READ, BROKEN);

        failureOf(() -> patient.messages().get("SM" + "1".repeat(32)));
        assertThat(fake.pauses())
                .containsExactly(
                        Duration.ofMillis(1000),
                        Duration.ofMillis(2000),
                        Duration.ofMillis(2500),
                        Duration.ofMillis(2500));
    }

    @Test
    void no_try_starts_after_the_total_time() {
        TwilioAccount hasty =
                with(new RetryPolicy(10, Duration.ofSeconds(5), Duration.ofSeconds(4), Duration.ofSeconds(4)));
        twilio.failNext(10, READ, BROKEN);

        failureOf(() -> hasty.messages().get("SM" + "1".repeat(32)));
        assertThat(fake.requests()).isEqualTo(3);
        assertThat(fake.pauses()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    @Test
    void without_retries_there_is_one_try() {
        twilio.failNext(SEND, TOO_MANY);

        failureOf(() -> with(RetryPolicy.none()).send(text()));
        assertThat(fake.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_read_is_retried_after_a_server_error(int status) {
        twilio.failNext(READ, ApiFault.serverError(status));

        assertThat(read()).isEmpty();
        assertThat(fake.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_text_is_not_retried_after_a_server_error_because_it_may_have_been_sent(int status) {
        twilio.failNext(SEND, ApiFault.error(status, 20500, "Internal Server Error"));

        AccountException failure = failureOf(this::send);

        assertThat(failure.reason()).isEqualTo(Reason.UNKNOWN);
        assertThat(failure.isOutcomeUnknown()).isTrue();
        assertThat(failure).hasMessageContaining("may have processed it");
        assertThat(fake.requests()).isEqualTo(1);
        assertThat(fake.pauses()).isEmpty();
    }

    @Test
    void a_read_that_keeps_failing_is_unavailable() {
        twilio.failNext(4, READ, BROKEN);

        assertThat(failureOf(this::read).reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(fake.requests()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409})
    void a_refused_request_is_not_retried(int status) {
        twilio.failNext(READ, ApiFault.error(status, 20001, "no"));

        failureOf(this::read);
        assertThat(fake.requests()).isEqualTo(1);
    }

    @Test
    void after_a_dropped_connection_a_texts_result_is_unknown_and_it_is_not_retried() {
        assertSentOnce(ApiFault.DROPPED_BEFORE_THE_EFFECT);
        assertThat(twilio.sent()).isEmpty();

        assertSentOnce(ApiFault.DROPPED_AFTER_THE_EFFECT);
        assertThat(twilio.sent()).hasSize(1);

        assertSentOnce(ApiFault.TRUNCATED);
        assertThat(twilio.sent()).hasSize(2);
    }

    private void assertSentOnce(ApiFault fault) {
        int before = fake.requests();
        twilio.failNext(SEND, fault);

        AccountException failure = failureOf(this::send);

        assertThat(failure.reason()).isEqualTo(Reason.UNKNOWN);
        assertThat(failure.getCause()).isInstanceOf(IOException.class);
        assertThat(fake.requests()).isEqualTo(before + 1);
        assertThat(fake.pauses()).isEmpty();
    }

    @Test
    void an_invalid_policy_is_rejected() {
        assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new RetryPolicy(1, Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not be shorter");
    }
}
