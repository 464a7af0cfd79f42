package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import dev.parlance.webhook.Parameters;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments that an agent takes during a conversation, over the API. */
class PaymentApiTest {
    private static final String OURS = "+15005550100";
    private static final String APP = VoiceApp.URL;
    private static final String CARD = "4242424242424242";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final VoiceApp app = new VoiceApp();
    private final FakePhone ana = twilio.phone("+5215512345678");
    private final FakePhone agent = twilio.phone("+33612345678");
    private final Rest rest = new Rest(twilio, "api.twilio.com");
    private FakeCall call;

    @BeforeEach
    void setUp() {
        twilio.number(OURS).onCall(APP + "/voice");
        twilio.mount(APP, app);
        app.answers("/voice", "<Dial>+33612345678</Dial>");
        app.answers("/status", "");
        agent.answersAtOnce();
        call = ana.calls(OURS);
    }

    private String payments() {
        return rest.account() + "/Calls/" + call.sid() + "/Payments";
    }

    private Answer starts(String... more) {
        String[] form = new String[more.length + 4];
        System.arraycopy(more, 0, form, 4, more.length);
        form[0] = "IdempotencyKey";
        form[1] = "1";
        form[2] = "StatusCallback";
        form[3] = APP + "/status";
        return rest.post(payments() + ".json", form);
    }

    private Answer updates(Answer payment, String name, String value) {
        return rest.post(
                payments() + "/" + payment.sid() + ".json",
                "IdempotencyKey",
                "2",
                "StatusCallback",
                APP + "/status",
                name,
                value);
    }

    private List<Parameters> reports() {
        twilio.settle();
        return app.allSentTo("/status");
    }

    private Parameters lastReport() {
        List<Parameters> reports = reports();
        return reports.get(reports.size() - 1);
    }

    @Test
    void the_person_enters_a_card_that_the_agent_does_not_hear() {
        Answer payment = starts("ChargeAmount", "10", "PostalCode", "false", "SecurityCode", "false");
        assertThat(payment.sid()).startsWith("PK");

        assertThat(updates(payment, "Capture", "payment-card-number").status()).isEqualTo(202);
        call.presses(CARD + "#");
        assertThat(lastReport().required("PaymentCardNumber")).isEqualTo("xxxxxxxxxxxx4242");
        assertThat(lastReport().required("Required")).isEqualTo("ExpirationDate");
        updates(payment, "Capture", "expiration-date");
        call.presses("1228#");
        updates(payment, "Status", "complete");

        assertThat(lastReport().required("Result")).isEqualTo("success");
        assertThat(lastReport().required("PaymentConfirmationCode")).isNotEmpty();
        assertThat(call.transcript() + agent.callHistory().get(0).transcript()).doesNotContain("4242");
        call.presses("7");
        agent.callHistory().get(0).hears("presses 7");
    }

    @Test
    void an_invalid_entry_is_reported_and_can_be_entered_again() {
        Answer payment = starts();
        updates(payment, "Capture", "payment-card-number");

        call.presses("1234#");

        assertThat(lastReport().required("ErrorType")).isEqualTo("invalid-card-number");
        call.presses(CARD + "#");
        assertThat(lastReport().required("PaymentCardType")).isEqualTo("visa");
    }

    @Test
    void an_incomplete_payment_cannot_be_completed() {
        Answer payment = starts();

        isError(updates(payment, "Status", "complete"), 400, 20001);

        updates(payment, "Status", "cancel");
        assertThat(lastReport().required("Result")).isEqualTo("payment-cancelled");
        isError(updates(payment, "Status", "cancel"), 400, 20001);
    }

    @Test
    void a_caller_who_hangs_up_ends_the_payment() {
        starts();

        call.hangsUp();

        assertThat(lastReport().required("Result")).isEqualTo("caller-hung-up");
        isError(starts(), 400, 21220);
    }
}
