package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts, calls and numbers that the API refuses, and those that it accepts. */
class RefusedRequestsTest {
    private static final String OURS = "+15005550100";
    private static final String ANA = "+5215512345678";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private Rest rest;

    @BeforeEach
    void setUp() {
        twilio.number(OURS);
        rest = new Rest(twilio, "api.twilio.com");
    }

    @ParameterizedTest
    @CsvSource({"abc, 90014", "0, 90014", "-1, 90014", "36001, 90007", "99999999999999999999, 90014"})
    void an_invalid_validity_period_is_refused(String period, int code) {
        Rest messaging = new Rest(twilio, "messaging.twilio.com");
        String service = "/v1/Services/" + twilio.messagingService(OURS);

        isError(messaging.post(service, "ValidityPeriod", period), 400, code);
        isError(
                rest.post(
                        rest.account() + "/Messages.json",
                        "To",
                        ANA,
                        "From",
                        OURS,
                        "Body",
                        "hola",
                        "ValidityPeriod",
                        period),
                400,
                code);
        assertThat(twilio.alerts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', +15005550100, hola, 21604",
        "+5215512345678, '', hola, 21603",
        "+5215512345678, +15005550100, '', 21602",
        "123, +15005550100, hola, 21211",
        "+15005550001, +15005550100, hola, 21211",
        "+15005550002, +15005550100, hola, 21612",
        "+15005550003, +15005550100, hola, 21408",
        "+15005550004, +15005550100, hola, 21610",
        "+15005550009, +15005550100, hola, 21614",
        "+5215512345678, +15005550001, hola, 21212",
        "+5215512345678, +15005550007, hola, 21606",
        "+5215512345678, +15005550008, hola, 21611",
        "+5215512345678, +15005550199, hola, 21606",
        "+15005550100, +15005550100, hola, 21266",
    })
    void an_invalid_text_is_refused(String to, String from, String body, int code) {
        isError(rest.text(to, from, body), 400, code);
        assertThat(twilio.sent()).isEmpty();
    }

    @Test
    void a_text_with_a_long_body_or_too_much_media_is_refused() {
        isError(rest.text(ANA, OURS, "x".repeat(1601)), 400, 21617);
        List<String> form = new ArrayList<>(List.of("To", ANA, "From", OURS));
        for (int i = 0; i < 11; i++) {
            form.addAll(List.of("MediaUrl", "https://app.example/" + i + ".png"));
        }
        isError(rest.post(rest.account() + "/Messages.json", form.toArray(String[]::new)), 400, 21623);
    }

    @Test
    void test_numbers_names_and_short_codes_can_send() {
        assertThat(rest.text(ANA, "+15005550006", "hola").status()).isEqualTo(201);
        assertThat(rest.text(ANA, "Parlance", "hola").status()).isEqualTo(201);
        assertThat(rest.text(ANA, "12345", "hola").status()).isEqualTo(201);
    }

    @Test
    void texts_after_stop_are_refused_until_start() {
        twilio.phone(ANA).textsTo(OURS, "stop");
        isError(rest.text(ANA, OURS, "hola"), 400, 21610);
        twilio.phone(ANA).textsTo(OURS, "start");
        assertThat(rest.text(ANA, OURS, "hola").status()).isEqualTo(201);
    }

    @Test
    void a_trial_account_reaches_only_verified_numbers() {
        twilio.trial();
        isError(rest.text(ANA, OURS, "hola"), 400, 21608);
        isError(rest.post(rest.account() + "/Calls.json", "To", ANA, "From", OURS, "Twiml", "<Response/>"), 400, 21219);
        twilio.verifyCallerId(ANA);
        assertThat(rest.text(ANA, OURS, "hola").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "'', +15005550100, https://app.example, 21201",
        "+5215512345678, '', https://app.example, 21213",
        "+5215512345678, +15005550100, '', 21205",
        "+5215512345678, +15005550100, nonsense, 21205",
        "+5215512345678, +15005550199, https://app.example, 21210",
        "+5215512345678, +15005550001, https://app.example, 21212",
        "nobody, +15005550100, https://app.example, 21211",
        "+15005550001, +15005550100, https://app.example, 21217",
        "+15005550002, +15005550100, https://app.example, 21214",
        "+15005550003, +15005550100, https://app.example, 21215",
        "+15005550004, +15005550100, https://app.example, 21216",
    })
    void an_invalid_call_is_refused(String to, String from, String url, int code) {
        isError(rest.post(rest.account() + "/Calls.json", "To", to, "From", from, "Url", url), 400, code);
    }

    @ParameterizedTest
    @CsvSource({
        "PhoneNumber, +15005550000, 21422",
        "PhoneNumber, +15005550001, 21421",
        "PhoneNumber, 12, 21421",
        "PhoneNumber, +15005550100, 21422",
        "AreaCode, 533, 21452",
        "AreaCode, 1, 21451",
    })
    void an_unavailable_number_is_refused(String name, String value, int code) {
        isError(rest.post(rest.account() + "/IncomingPhoneNumbers.json", name, value), 400, code);
    }

    @Test
    void a_number_is_bought_by_area_code_and_configured() {
        Answer bought = rest.post(
                rest.account() + "/IncomingPhoneNumbers.json", "AreaCode", "510", "SmsUrl", "https://app.example/sms");

        assertThat(bought.text("phone_number")).startsWith("+1510555");
        assertThat(bought.text("sms_url")).isEqualTo("https://app.example/sms");
        isError(
                rest.post(rest.account() + "/IncomingPhoneNumbers/" + bought.sid() + ".json", "SmsUrl", "nonsense"),
                400,
                21402);
    }
}
