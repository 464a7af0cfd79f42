package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verify: codes that arrive on phones, and their checks. */
class VerifyTest {
    private static final String SERVICES = "/v2/Services";
    private static final String ANA = "+14155550123";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Rest verify = new Rest(twilio, "verify.twilio.com");
    private final FakePhone ana = twilio.phone(ANA);
    private String service;

    @BeforeEach
    void createService() {
        service = SERVICES + "/" + twilio.verifyService("Acme");
    }

    private Answer start(String channel, String... more) {
        return startFor(ANA, channel, more);
    }

    private Answer startFor(String to, String channel, String... more) {
        String[] form = new String[4 + more.length];
        form[0] = "To";
        form[1] = to;
        form[2] = "Channel";
        form[3] = channel;
        System.arraycopy(more, 0, form, 4, more.length);
        return verify.post(service + "/Verifications", form);
    }

    private Answer check(String code) {
        return verify.post(service + "/VerificationCheck", "To", ANA, "Code", code);
    }

    private void change(String... form) {
        assertThat(verify.post(service, form).status()).isEqualTo(200);
    }

    @Test
    void a_service_has_twilios_defaults() {
        Answer created = verify.post(SERVICES, "FriendlyName", "Acme");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.sid()).startsWith("VA");
        assertThat(created.json().path("code_length").asInt()).isEqualTo(6);
        assertThat(created.json().path("dtmf_input_required").asBoolean()).isTrue();
        assertThat(created.json().path("lookup_enabled").asBoolean()).isFalse();
        assertThat(created.json().path("custom_code_enabled").asBoolean()).isFalse();
        assertThat(created.json().path("totp").path("issuer").asText()).isEqualTo("Acme");
        assertThat(created.json().path("totp").path("time_step").asInt()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "FriendlyName, Acme 12345",
        "CodeLength, 3",
        "CodeLength, 11",
        "CodeLength, six",
        "CodeLength, 999999999999",
        "Totp.Skew, 3"
    })
    void a_service_with_an_invalid_setting_is_refused(String name, String value) {
        isError(verify.post(service, name, value), 400, 60200);
    }

    @Test
    void a_text_brings_the_code_and_the_right_code_approves() {
        Answer started = start("sms");

        assertThat(started.status()).isEqualTo(201);
        assertThat(started.sid()).startsWith("VE");
        assertThat(started.text("status")).isEqualTo("pending");
        assertThat(started.json()
                        .path("send_code_attempts")
                        .path(0)
                        .path("channel")
                        .asText())
                .isEqualTo("SMS");
        String code = ana.receivedCode();
        assertThat(code).hasSize(6);
        assertThat(ana.inbox().get(0).body()).isEqualTo("Your Acme verification code is: " + code);

        Answer approved = check(code);
        assertThat(approved.text("status")).isEqualTo("approved");
        assertThat(approved.json().path("valid").asBoolean()).isTrue();
        assertThat(approved.sid()).isEqualTo(started.sid());
    }

    @Test
    void an_approved_verification_is_gone() {
        String sid = start("sms").sid();
        String code = ana.receivedCode();
        check(code);

        isError(check(code), 404, 20404);
        isError(verify.get(service + "/Verifications/" + sid), 404, 20404);
    }

    @Test
    void a_wrong_code_is_no_error() {
        start("sms");

        Answer wrong = check("0000");

        assertThat(wrong.status()).isEqualTo(201);
        assertThat(wrong.text("status")).isEqualTo("pending");
        assertThat(wrong.json().path("valid").asBoolean()).isFalse();
    }

    @Test
    void the_sixth_check_is_refused() {
        String sid = start("sms").sid();
        for (int i = 0; i < 5; i++) {
            assertThat(check("0000").text("status")).isEqualTo("pending");
        }

        isError(check(ana.receivedCode()), 429, 60202);
        assertThat(verify.get(service + "/Verifications/" + sid).text("status")).isEqualTo("max_attempts_reached");
    }

    @Test
    void the_sixth_text_is_refused() {
        for (int i = 0; i < 5; i++) {
            assertThat(start("sms").status()).isEqualTo(201);
        }

        isError(start("sms"), 429, 60203);
        assertThat(ana.inbox()).hasSize(5);
    }

    @Test
    void a_code_expires_after_ten_minutes() {
        String sid = start("sms").sid();
        String code = ana.receivedCode();
        twilio.advance(Duration.ofMinutes(10));

        isError(check(code), 404, 20404);
        assertThat(start("sms").sid()).isNotEqualTo(sid);
        assertThat(ana.receivedCode()).isNotEqualTo(code);
    }

    @Test
    void another_channel_brings_the_same_code() {
        String sid = start("sms").sid();
        Answer again = start("call");
        twilio.settle();
        start("whatsapp");

        assertThat(again.sid()).isEqualTo(sid);
        assertThat(again.json().path("send_code_attempts")).hasSize(2);
        String code = ana.receivedCode();
        FakeCall call = ana.answers();
        call.hears("Press any key").presses("1");
        assertThat(call.heardCode()).isEqualTo(code);
        assertThat(call.isOver()).isTrue();
        assertThat(twilio.phone("whatsapp:" + ANA).receivedCode()).isEqualTo(code);
    }

    @Test
    void a_call_says_the_code_at_once_if_no_key_is_required() {
        change("DtmfInputRequired", "false", "CodeLength", "4");
        ana.answersAtOnce();
        start("call", "SendDigits", "22");
        twilio.settle();

        FakeCall call = ana.callHistory().get(0);
        assertThat(call.transcript()).contains("tones 22");
        assertThat(call.heardCode()).hasSize(4);
        assertThat(verify.get("/v2/Attempts").json().path("attempts")).hasSize(1);
        assertThat(new Rest(twilio, "api.twilio.com")
                        .get("/2010-04-01/Accounts/" + twilio.accountSid() + "/Calls.json")
                        .json()
                        .path("calls"))
                .isEmpty();
    }

    @Test
    void a_machine_does_not_hear_the_code() {
        ana.hasVoicemail("Leave a message");
        start("call");
        twilio.settle();

        FakeCall call = ana.callHistory().get(0);
        assertThat(call.isOver()).isTrue();
        assertThatThrownBy(call::heardCode).isInstanceOf(AssertionError.class).hasMessageContaining("heard no code");
    }

    @Test
    void a_service_of_the_console_sends_mail_and_one_of_the_api_does_not() {
        startFor("ana@example.com", "email");
        String code = twilio.phone("ana@example.com").receivedCode();
        assertThat(verify.post(service + "/VerificationCheck", "To", "ana@example.com", "Code", code)
                        .text("status"))
                .isEqualTo("approved");

        service =
                SERVICES + "/" + verify.post(SERVICES, "FriendlyName", "Other").sid();
        isError(startFor("ana@example.com", "email"), 400, 60217);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "pigeon"})
    void an_unknown_channel_is_refused(String channel) {
        isError(start(channel), 400, 60200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "+1415", "+19995551234"})
    void an_invalid_number_is_refused(String number) {
        isError(startFor(number, "sms"), 400, 60200);
        isError(verify.post(service + "/VerificationCheck", "To", number, "Code", "123456"), 400, 60200);
    }

    @Test
    void a_trial_account_reaches_only_verified_numbers() {
        twilio.trial();
        isError(start("sms"), 400, 21608);

        twilio.verifyCallerId(ANA);
        assertThat(start("sms").status()).isEqualTo(201);
    }

    @Test
    void a_check_without_a_verification_is_not_found() {
        isError(check("123456"), 404, 20404);
    }

    @Test
    void a_custom_code_needs_a_service_that_allows_it() {
        isError(start("sms", "CustomCode", "987654"), 403, 60204);
        change("CustomCodeEnabled", "true");
        start("sms", "CustomCode", "987654");

        assertThat(ana.receivedCode()).isEqualTo("987654");
    }

    @Test
    void a_landline_that_is_looked_up_gets_no_text() {
        ana.isLandline();
        change("LookupEnabled", "true", "SkipSmsToLandlines", "true");

        isError(start("sms"), 403, 60205);
        Answer called = start("call");
        assertThat(called.json().path("lookup").path("carrier").path("type").asText())
                .isEqualTo("landline");
    }

    @Test
    void a_canceled_verification_stays_and_its_code_is_worthless() {
        String path = service + "/Verifications/" + start("sms").sid();
        assertThat(verify.post(path, "Status", "canceled").text("status")).isEqualTo("canceled");

        isError(check(ana.receivedCode()), 404, 20404);
        assertThat(verify.get(path).text("status")).isEqualTo("canceled");
    }

    @Test
    void the_application_approves_by_itself_and_finds_by_number() {
        String sid = start("sms").sid();
        String byNumber = service + "/Verifications/%2B" + ANA.substring(1);

        assertThat(verify.get(byNumber).sid()).isEqualTo(sid);
        assertThat(verify.post(byNumber, "Status", "approved").text("status")).isEqualTo("approved");
        isError(verify.get(byNumber), 404, 20404);
    }

    @Test
    void the_text_follows_the_service_and_the_request() {
        change("DoNotShareWarningEnabled", "true", "Psd2Enabled", "true");
        start("sms", "CustomFriendlyName", "Acme Bank", "Amount", "9 EUR", "Payee", "Bo");

        String code = ana.receivedCode();
        assertThat(ana.inbox().get(0).body())
                .isEqualTo("Your Acme Bank verification code to pay 9 EUR to Bo is: " + code + ". Do not share it.");
        assertThat(check(code).text("status")).isEqualTo("pending");
        assertThat(verify.post(
                                service + "/VerificationCheck",
                                "To",
                                ANA,
                                "Code",
                                code,
                                "Amount",
                                "9 EUR",
                                "Payee",
                                "Bo")
                        .text("status"))
                .isEqualTo("approved");
    }

    @Test
    void a_locale_must_be_known() {
        isError(start("sms", "Locale", "xx"), 400, 60200);
        assertThat(start("sms", "Locale", "pt-BR").status()).isEqualTo(201);
    }

    @Test
    void a_rate_limit_is_held() {
        String limits = service + "/RateLimits";
        String limit = verify.post(limits, "UniqueName", "ip").sid();
        verify.post(limits + "/" + limit + "/Buckets", "Max", "2", "Interval", "60");
        String[] from = {"RateLimits", "{\"ip\": \"192.0.2.1\"}"};
        start("sms", from);
        startFor("+14155550124", "sms", from);

        isError(startFor("+14155550125", "sms", from), 429, 60207);
        assertThat(startFor("+14155550125", "sms", "RateLimits", "{\"ip\": \"192.0.2.2\"}")
                        .status())
                .isEqualTo(201);
        twilio.advance(Duration.ofMinutes(1));
        assertThat(startFor("+14155550125", "sms", from).status()).isEqualTo(201);
    }

    @Test
    void attempts_are_listed_and_summed_up() {
        start("sms");
        startFor("+5215512345678", "sms");
        check(ana.receivedCode());

        Answer summary = verify.get("/v2/Attempts/Summary");
        assertThat(summary.json().path("total_attempts").asInt()).isEqualTo(2);
        assertThat(summary.json().path("total_converted").asInt()).isEqualTo(1);
        assertThat(summary.text("conversion_rate_percentage")).isEqualTo("50.00");
        Answer converted = verify.get("/v2/Attempts?Status=converted");
        assertThat(converted.json().path("attempts")).hasSize(1);
        assertThat(converted.json().at("/attempts/0/channel_data/to").asText()).isEqualTo(ANA);
        assertThat(verify.get("/v2/Attempts?Country=MX").json().path("attempts"))
                .hasSize(1);
    }

    @Test
    void a_text_that_does_not_arrive_can_be_sent_again() {
        ana.losesReception();
        start("sms");
        ana.receivesNothing().hasReception();
        start("sms");

        assertThat(check(ana.receivedCode()).text("status")).isEqualTo("approved");
    }

    @Test
    void nobody_can_reply_to_a_code() {
        start("sms");
        ana.receivedCode();

        assertThatThrownBy(() -> ana.texts("thanks")).isInstanceOf(IllegalStateException.class);
    }
}
