package dev.parlance.account;

import static dev.parlance.account.LocalTwilio.ACCOUNT_SID;
import static dev.parlance.account.LocalTwilio.AUTH_TOKEN;
import static dev.parlance.account.LocalTwilio.KEY_SECRET;
import static dev.parlance.account.LocalTwilio.MESSAGE_SID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import dev.parlance.Address;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.TextMessage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
    private static final String NUMBER = "+5215512345678";
    private static final String WORDS = "nobody may read this";
    private static final TextMessage TEXT = TextMessage.to(Address.of(NUMBER), WORDS);

    @RegisterExtension
    final LocalTwilio twilio = new LocalTwilio();

    @ParameterizedTest
    @CsvSource({
        "20500, UNAVAILABLE", "20503, UNAVAILABLE", "30001, RATE_LIMITED", "30002, UNAUTHORIZED", "30003, UNREACHABLE",
        "30004, UNREACHABLE", "30005, UNREACHABLE", "30006, UNREACHABLE", "30007, UNREACHABLE", "30008, UNREACHABLE",
        "30034, UNREACHABLE", "30999, UNREACHABLE", "63999, REFUSED"
    })
    void codes_in_the_log_have_a_reason_too(int code, Reason reason) {
        assertThat(TwilioError.of(code).reason()).isEqualTo(reason);
    }

    @Test
    void an_endless_response_is_aborted_and_not_retried() {
        twilio.answers(200, " ".repeat((32 << 20) + 1));

        AccountException failure =
                failureOf(() -> twilio.account().messages().list(q -> q).findFirst());

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure).hasMessageContaining("more than 32 MiB");
        assertThat(twilio.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"400, REFUSED", "401, UNAUTHORIZED", "403, UNAUTHORIZED", "429, RATE_LIMITED"})
    void the_status_decides_about_a_response_without_a_code(int status, Reason reason) {
        twilio.answers(status, "<html>" + NUMBER + "</html>");
        TwilioAccount account =
                twilio.with(LocalTwilio.settings()).retries(RetryPolicy.none()).build();

        AccountException failure = failureOf(() -> account.send(TEXT));

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.code()).isEmpty();
        assertThat(failure.error()).isEmpty();
        assertThat(failure.moreInfo()).isEmpty();
        assertThat(failure).hasMessageContaining("has no error code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"sid\": \"SM", "", "[]", "{}", "<html>Welcome</html>"})
    void a_text_with_an_unreadable_response_may_have_been_sent(String answer) {
        twilio.answers(201, answer);

        AccountException failure = failureOf(() -> twilio.account().send(TEXT));

        assertThat(failure.reason()).isEqualTo(Reason.UNKNOWN);
        assertThat(failure).hasMessageContaining("Could not read Twilio's response");
        assertThat(twilio.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"messages\": [{\"sid\"", "", "[]", "{}", "<html>Welcome</html>", "{\"messages\": [{}]}"})
    void an_unreadable_list_throws_an_account_exception(String answer) {
        twilio.answers(200, answer);

        AccountException failure =
                failureOf(() -> twilio.account().messages().list(q -> q).findFirst());

        assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(failure).hasMessageContaining("Could not read Twilio's response");
    }

    @Test
    void no_exception_contains_a_number_a_text_or_a_secret() {
        assertHidesSecrets(new MockResponse.Builder()
                .code(400)
                .body(twilioSays(400, 21211))
                .build());
        assertHidesSecrets(new MockResponse.Builder()
                .code(400)
                .body(twilioSays(400, 29999))
                .build());
        assertHidesSecrets(
                new MockResponse.Builder().code(503).body(NUMBER + WORDS).build());
        assertHidesSecrets(new MockResponse.Builder()
                .code(201)
                .body("{\"to\": \"" + NUMBER + WORDS)
                .build());
        assertHidesSecrets(new MockResponse.Builder()
                .code(201)
                .body("{\"num_segments\": {\"to\": \"" + NUMBER + WORDS + "\"}}")
                .build());
        assertHidesSecrets(new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseSocket())
                .build());
        assertHidesSecrets(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
    }

    @Test
    void a_number_in_a_path_is_left_out() {
        twilio.answers(404, twilioSays(404, 20404));
        Request lookup = new Request(HttpMethod.GET, "https://lookups.twilio.com/v2/PhoneNumbers/" + NUMBER);

        AccountException failure = failureOf(() -> twilio.account().restClient().request(lookup));

        assertThat(failure).hasMessageStartingWith("GET lookups.twilio.com/v2/PhoneNumbers/… failed");
    }

    private void assertHidesSecrets(MockResponse response) {
        twilio.answers(response);
        TwilioAccount account =
                twilio.with(LocalTwilio.settings()).retries(RetryPolicy.none()).build();
        AccountException failure = failureOf(() -> account.send(TEXT));

        assertThat(printed(failure))
                .doesNotContain(NUMBER, NUMBER.substring(1), WORDS, AUTH_TOKEN, KEY_SECRET, ACCOUNT_SID, MESSAGE_SID);
    }

    /** The stack trace with all causes and suppressed exceptions. */
    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text
                + Optional.ofNullable(failure.getCause())
                        .map(Throwable::toString)
                        .orElse("");
    }

    private static String twilioSays(int status, int code) {
        return "{\"code\": " + code + ", \"message\": \"The 'To' number " + NUMBER + " with " + WORDS
                + "\", \"more_info\": \"https://www.twilio.com/docs/errors/" + code + "?to=" + NUMBER
                + "\", \"status\": " + status + "}";
    }

    private static AccountException failureOf(ThrowingCallable request) {
        return catchThrowableOfType(AccountException.class, request);
    }
}
