package dev.parlance.account;

import static dev.parlance.account.LocalTwilio.MESSAGE_SID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Retries after unusual responses and connection failures. */
class TransportRetriesTest {
    private static final String SENT = "{\"sid\": \"" + MESSAGE_SID + "\", \"status\": \"queued\"}";
    private static final String MESSAGE = "{\"sid\": \"" + MESSAGE_SID + "\", \"to\": \"+15005550009\","
            + " \"date_created\": \"Sun, 01 Mar 2026 11:00:00 +0000\"}";
    private static final String TOO_MANY = "{\"code\": 20429, \"message\": \"Too Many Requests\", \"status\": 429}";
    private static final MockResponse DROPPED_BEFORE_READING = new MockResponse.Builder()
            .onRequestStart(new SocketEffect.CloseSocket())
            .build();
    private static final MockResponse DROPPED_AFTER_READING = new MockResponse.Builder()
            .onResponseStart(new SocketEffect.CloseSocket())
            .build();
    private static final MockResponse DROPPED_WITHIN_RESPONSE = new MockResponse.Builder()
            .body(SENT)
            .onResponseBody(new SocketEffect.CloseSocket())
            .build();

    @RegisterExtension
    final LocalTwilio twilio = new LocalTwilio();

    @Test
    void too_many_requests_are_retried_after_the_date_in_retry_after() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                twilio.now().plusSeconds(7).atOffset(ZoneOffset.UTC));
        twilio.answers(tooMany(date)).answers(201, SENT);

        send();

        assertThat(twilio.pauses()).containsExactly(Duration.ofMillis(7125));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sun, 01 Mar 2020 11:00:00 GMT", "soon", "-4", "99999999999999999999"})
    void an_invalid_retry_after_is_ignored(String header) {
        twilio.answers(tooMany(header)).answers(201, SENT);

        send();

        assertThat(twilio.pauses()).containsExactly(Duration.ofMillis(125));
    }

    @Test
    void a_text_is_retried_after_a_refused_connection_because_nothing_was_sent() throws IOException {
        TwilioAccount account = twilio.with(LocalTwilio.settings())
                .baseUrl(URI.create("http://localhost:" + closedPort()))
                .build();

        AccountException failure = failureOf(() -> account.send(text()));

        assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(failure.isOutcomeUnknown()).isFalse();
        assertThat(twilio.pauses()).hasSize(3);
    }

    @Test
    void a_read_is_retried_after_a_dropped_connection() {
        twilio.answers(DROPPED_BEFORE_READING)
                .answers(DROPPED_AFTER_READING)
                .answers(DROPPED_WITHIN_RESPONSE)
                .answers(200, MESSAGE);

        assertThat(read()).isPresent();
        assertThat(twilio.pauses()).hasSize(3);
    }

    @Test
    void a_text_is_not_retried_after_a_dropped_connection() {
        assertSentOnce(DROPPED_BEFORE_READING);
    }

    @Test
    void a_pooled_connection_that_the_server_has_closed_is_not_reused() {
        twilio.answers(new MockResponse.Builder()
                        .code(201)
                        .body(SENT)
                        .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                        .build())
                .answers(201, SENT);
        send();
        twilio.sent();

        assertThat(send().sid()).isEqualTo(MESSAGE_SID);
        assertThat(twilio.pauses()).isEmpty();
    }

    @Test
    void an_interrupted_pause_ends_the_retries_and_keeps_the_thread_interrupted() {
        TwilioAccount account = twilio.with(LocalTwilio.settings())
                .pauses(
                        pause -> {
                            throw new InterruptedException();
                        },
                        () -> 0.5)
                .build();
        twilio.answers(429, TOO_MANY);

        AccountException failure = failureOf(() -> account.send(text()));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(twilio.requests()).isEqualTo(1);
    }

    private void assertSentOnce(MockResponse response) {
        twilio.answers(response).answers(201, SENT);

        AccountException failure = failureOf(this::send);

        assertThat(failure.reason()).isEqualTo(Reason.UNKNOWN);
        assertThat(failure.getCause()).isInstanceOf(IOException.class);
        assertThat(twilio.requests()).isEqualTo(1);
        assertThat(twilio.pauses()).isEmpty();
    }

    private Receipt send() {
        return twilio.account().send(text());
    }

    private Optional<LoggedMessage> read() {
        return twilio.account().messages().get(MESSAGE_SID);
    }

    private static TextMessage text() {
        return TextMessage.to(Address.of("+5215512345678"), "Hi");
    }

    private static MockResponse tooMany(String retryAfter) {
        return new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", retryAfter)
                .body(TOO_MANY)
                .build();
    }

    private static AccountException failureOf(ThrowingCallable request) {
        return catchThrowableOfType(AccountException.class, request);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
