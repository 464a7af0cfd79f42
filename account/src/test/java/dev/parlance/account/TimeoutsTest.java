package dev.parlance.account;

import static dev.parlance.account.LocalTwilio.MESSAGE_SID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.TextMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class TimeoutsTest {
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final TextMessage TEXT = TextMessage.to(Address.of("+5215512345678"), "Hi");

    @RegisterExtension
    final LocalTwilio twilio = new LocalTwilio();

    static Stream<Named<Consumer<TwilioAccount>>> everyRequest() {
        String number = "PN" + "6".repeat(32);
        return Stream.of(
                Named.of("send", account -> account.send(TEXT)),
                Named.of(
                        "place",
                        account -> account.place(PhoneCall.to(TEXT.to()).withTwiml("<Response/>"))),
                Named.of("list", account -> account.messages().list(q -> q).forEach(each -> {})),
                Named.of("get", account -> account.messages().get(MESSAGE_SID)),
                Named.of("redact", account -> account.messages().redact(MESSAGE_SID)),
                Named.of("delete", account -> account.messages().delete(MESSAGE_SID)),
                Named.of("numbers", account -> account.numbers().list().forEach(each -> {})),
                Named.of("find", account -> account.numbers().find(TEXT.to())),
                Named.of(
                        "webhooks",
                        account -> account.webhooks()
                                .set(WebhookSetting.none(WebhookTarget.of(number), WebhookType.TEXTS))));
    }

    @ParameterizedTest
    @MethodSource("everyRequest")
    void every_request_has_a_time_out(Consumer<TwilioAccount> request) {
        twilio.answers(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        TwilioAccount account = impatient().build();

        assertThatThrownBy(() -> request.accept(account))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("SocketTimeoutException");
    }

    @Test
    void a_text_without_a_response_in_time_may_have_been_sent() {
        twilio.answers(
                new MockResponse.Builder().headersDelay(5, TimeUnit.SECONDS).build());

        AccountException failure = catchThrowableOfType(
                AccountException.class, () -> impatient().build().send(TEXT));

        assertThat(failure.reason()).isEqualTo(Reason.UNKNOWN);
        assertThat(twilio.requests()).isEqualTo(1);
    }

    @Test
    void a_read_without_a_response_in_time_is_retried() {
        twilio.answers(new MockResponse.Builder()
                        .headersDelay(5, TimeUnit.SECONDS)
                        .build())
                .answers(404, "{\"code\": 20404}");
        TwilioAccount account = impatient().retries(RetryPolicy.standard()).build();

        assertThat(account.messages().get(MESSAGE_SID)).isEmpty();
        assertThat(twilio.requests()).isEqualTo(2);
    }

    @Test
    void a_trickling_response_ends_at_the_time_out() {
        twilio.answers(new MockResponse.Builder()
                .body("x".repeat(200))
                .throttleBody(1, 50, TimeUnit.MILLISECONDS)
                .build());

        assertThatThrownBy(() -> impatient().build().messages().get(MESSAGE_SID))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("SocketTimeoutException");
    }

    @Test
    void a_silent_server_causes_a_time_out() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(failureOfSending(impatient(), "http", mute)).isEqualTo(Reason.UNKNOWN);
        }
    }

    @Test
    void a_missing_tls_handshake_ends_at_the_connect_time_out_before_anything_is_sent() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            TwilioAccount.Builder patient = impatient().timeout(Duration.ofMinutes(1));

            assertThat(failureOfSending(patient, "https", mute)).isEqualTo(Reason.UNAVAILABLE);
        }
    }

    @Test
    void a_time_out_cannot_be_turned_off() {
        TwilioAccount.Builder options = impatient();

        assertThatThrownBy(() -> options.timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.connectTimeout(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least a millisecond");
    }

    private static Reason failureOfSending(TwilioAccount.Builder options, String scheme, ServerSocket to) {
        TwilioAccount account = options.baseUrl(URI.create(scheme + "://localhost:" + to.getLocalPort()))
                .build();
        return catchThrowableOfType(AccountException.class, () -> account.send(TEXT))
                .reason();
    }

    private TwilioAccount.Builder impatient() {
        return twilio.with(LocalTwilio.settings())
                .timeout(SHORT)
                .connectTimeout(SHORT)
                .retries(RetryPolicy.none());
    }
}
