package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.webhook.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments by keys. */
class PayTest {
    private static final String OURS = "+15005550100";
    private static final String APP = VoiceApp.URL;
    private static final String CARD = "4242424242424242";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final VoiceApp app = new VoiceApp();
    private final FakePhone ana = twilio.phone("+5215512345678");

    @BeforeEach
    void setUp() {
        twilio.number(OURS).onCall(APP + "/voice");
        twilio.mount(APP, app);
        app.answers("/paid", "<Say>fin</Say>");
        app.answers("/status", "");
    }

    private FakeCall pays(String attributes, String prompts) {
        app.answers("/voice", "<Pay action='/paid' " + attributes + ">" + prompts + "</Pay>");
        return ana.calls(OURS);
    }

    private Parameters result() {
        twilio.settle();
        return app.sentTo("/paid");
    }

    @Test
    void a_card_is_charged_and_reported_by_its_last_digits() {
        pays("chargeAmount='20.45' statusCallback='/status'", "")
                .hears("credit card number")
                .presses(CARD + "#")
                .hears("expiration date")
                .presses("1228#")
                .hears("postal code")
                .presses("94111#")
                .hears("security code")
                .presses("123#")
                .hears("fin");

        assertThat(result().required("Result")).isEqualTo("success");
        assertThat(result().required("PaymentCardNumber")).isEqualTo("xxxxxxxxxxxx4242");
        assertThat(result().required("PaymentCardType")).isEqualTo("visa");
        assertThat(result().required("ExpirationDate")).isEqualTo("1228");
        assertThat(result().required("PaymentCardPostalCode")).isEqualTo("94111");
        assertThat(result().required("SecurityCode")).isEqualTo("xxx");
        assertThat(result().required("PaymentConfirmationCode")).isNotEmpty();
        assertThat(result().first("PaymentToken")).isEmpty();
        assertThat(app.allSentTo("/status"))
                .extracting(form -> form.first("For").orElse(""))
                .containsExactly("payment-card-number", "expiration-date", "postal-code", "security-code", "");
    }

    @Test
    void the_number_of_a_card_is_nowhere() {
        FakeCall call = pays("statusCallback='/status'", "").presses(CARD + "#").presses("1228#");
        call.hangsUp();
        twilio.settle();

        assertThat(call.transcript()).doesNotContain(CARD);
        assertThat(twilio.log().toString()).doesNotContain(CARD);
        assertThat(app.received())
                .allSatisfy(request -> assertThat(request.bodyText()).doesNotContain(CARD));
        assertThat(result().required("Result")).isEqualTo("caller-hung-up");
    }

    @Test
    void the_number_of_a_card_is_nowhere_if_another_number_of_the_account_takes_the_payment() {
        twilio.number("+15005550101").onCall(APP + "/till");
        app.answers("/voice", "<Dial>+15005550101</Dial>");
        app.answers("/till", "<Pay securityCode='false' postalCode='false' action='/paid'/>");

        FakeCall call = ana.calls(OURS).hears("credit card number");
        call.presses(CARD).presses("#1228#").hears("fin");

        assertThat(result().required("Result")).isEqualTo("success");
        assertThat(call.transcript()).doesNotContain(CARD).contains("[presses xxxxxxxxxxxxxxxx]");
        assertThat(twilio.phone("+15005550101").callHistory())
                .allSatisfy(other -> assertThat(other.transcript()).doesNotContain(CARD));
        assertThat(twilio.log().toString()).doesNotContain(CARD);
    }

    @Test
    void tones_that_the_application_sends_into_a_payment_are_masked() {
        twilio.number("+15005550101").onCall(APP + "/till");
        app.answers("/voice", "<Dial><Number sendDigits='" + CARD + "#1228#'>+15005550101</Number></Dial>");
        app.answers("/till", "<Pay securityCode='false' postalCode='false' action='/paid'/>");

        ana.calls(OURS).hears("fin");

        assertThat(result().required("Result")).isEqualTo("success");
        assertThat(twilio.phone("+15005550101").callHistory())
                .isNotEmpty()
                .allSatisfy(other -> assertThat(other.transcript()).doesNotContain(CARD));
    }

    @Test
    void a_payment_without_an_amount_gives_a_token() {
        pays("postalCode='false' securityCode='false' tokenType='one-time'", "")
                .presses(CARD + "#1228#")
                .hears("fin");

        assertThat(result().required("PaymentToken")).isNotEmpty();
        assertThat(result().required("TokenType")).isEqualTo("one-time");
    }

    @Test
    void invalid_entries_are_asked_for_again_with_the_prompt_for_their_error() {
        FakeCall call = pays(
                "maxAttempts='3' postalCode='false' securityCode='false'",
                "<Prompt for='payment-card-number'><Say>Your card?</Say></Prompt>"
                        + "<Prompt for='payment-card-number' attempt='2 3'><Say>Again?</Say></Prompt>"
                        + "<Prompt for='payment-card-number' attempt='2 3' errorType='invalid-card-type'>"
                        + "<Say>We take Visa.</Say></Prompt>");

        call.hears("Your card?").presses("4242424242424241#").hears("Again?");
        call.presses("6011111111111117#").hears("We take Visa.");
        call.presses(CARD + "#").hears("expiration date").presses("0125#").hears("expiration date");
        call.presses("0328#").hears("fin");

        assertThat(result().required("Result")).isEqualTo("success");
    }

    @Test
    void too_many_attempts_end_the_payment() {
        pays("maxAttempts='2'", "").presses("1#").staysSilent().hears("fin");

        assertThat(result().required("Result")).isEqualTo("too-many-failed-attempts");
        assertThat(result().required("ErrorType")).isEqualTo("timeout");
    }

    @Test
    void a_star_interrupts_the_payment() {
        pays("", "").presses("4242*").hears("fin");

        assertThat(result().required("Result")).isEqualTo("caller-interrupted-with-star");
    }

    @Test
    void postal_codes_and_security_codes_have_lengths() {
        FakeCall call = pays("maxAttempts='2' minPostalCodeLength='5'", "");
        call.presses("378282246310005#1228#");

        call.presses("941#").hears("postal code").presses("94111#");
        call.presses("123#").hears("security code").presses("1234#").hears("fin");

        assertThat(result().required("PaymentCardType")).isEqualTo("amex");
        assertThat(result().required("SecurityCode")).isEqualTo("xxxx");
    }

    @Test
    void a_bank_account_is_debited() {
        pays("paymentMethod='ach-debit' bankAccountType='consumer-checking' chargeAmount='5'", "")
                .hears("routing number")
                .presses("110000000#")
                .hears("account number")
                .presses("000123456789#")
                .hears("fin");

        assertThat(result().required("BankRoutingNumber")).isEqualTo("110000000");
        assertThat(result().required("BankAccountNumber")).isEqualTo("xxxxxxxx6789");
        assertThat(result().required("BankAccountType")).isEqualTo("consumer-checking");
    }

    @Test
    void an_amount_that_is_no_number_is_a_validation_error() {
        pays("chargeAmount='much'", "").hears("fin");

        assertThat(result().required("Result")).isEqualTo("validation-error");
    }
}
