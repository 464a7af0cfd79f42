package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.Alert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents that refer a SIP call to another phone, and that send texts. */
class ReferAndSmsTest {
    private static final String OURS = "+15005550100";
    private static final String APP = VoiceApp.URL;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final VoiceApp app = new VoiceApp();
    private final FakePhone ana = twilio.phone("+5215512345678");
    private final FakePhone desk = twilio.phone("sip:desk@example.com");

    @BeforeEach
    void setUp() {
        twilio.number(OURS).onCall(APP + "/voice");
        twilio.mount(APP, app);
        app.answers("/after", "<Say>fin</Say>");
        app.answers("/status", "");
    }

    private void refers() {
        app.answers("/voice", "<Refer action='/after'><Sip>sip:luis@example.com</Sip></Refer>");
    }

    @Test
    void a_sip_call_is_referred_to_another_phone() {
        refers();

        desk.calls(OURS).hears("fin");

        assertThat(app.last().required("ReferCallStatus")).isEqualTo("in-progress");
        assertThat(app.last().required("ReferSipResponseCode")).isEqualTo("202");
        assertThat(app.last().required("NotifySipResponseCode")).isEqualTo("200");
    }

    @Test
    void a_busy_phone_and_one_that_does_not_answer_are_reported() {
        refers();

        twilio.phone("sip:luis@example.com").isBusy();
        desk.calls(OURS).hears("fin");
        assertThat(app.last().required("ReferCallStatus")).isEqualTo("busy");

        twilio.phone("sip:luis@example.com").doesNotAnswer();
        desk.calls(OURS).hears("fin");
        assertThat(app.last().required("NotifySipResponseCode")).isEqualTo("487");
    }

    @Test
    void a_call_from_a_phone_number_cannot_be_referred() {
        refers();

        ana.calls(OURS).hears("fin");

        assertThat(app.last().required("ReferCallStatus")).isEqualTo("failed");
        assertThat(app.last().first("ReferSipResponseCode")).isEmpty();
    }

    @Test
    void a_document_texts_the_caller() {
        app.answers("/voice", "<Sms action='/after' statusCallback='/status'>Your code is 1234</Sms>");

        ana.calls(OURS).hears("fin");

        ana.receives("Your code is 1234");
        assertThat(app.sentTo("/after").required("SmsStatus")).isEqualTo("sent");
        assertThat(app.sentTo("/after").required("SmsSid")).startsWith("SM");
        assertThat(app.allSentTo("/status"))
                .extracting(form -> form.required("MessageStatus"))
                .contains("delivered");
    }

    @Test
    void a_text_without_an_action_lets_the_document_continue() {
        app.answers("/voice", "<Sms to='+33612345678'>hola</Sms><Say>next</Say>");

        ana.calls(OURS).hears("next");

        twilio.phone("+33612345678").receives("hola");
    }

    @Test
    void a_text_that_twilio_refuses_is_invalid() {
        app.answers("/voice", "<Sms action='/after' to='nobody'>hola</Sms>");

        ana.calls(OURS).hears("fin");

        assertThat(app.last().required("SmsStatus")).isEqualTo("invalid");
        assertThat(twilio.alerts()).extracting(Alert::code).containsExactly(21211);
    }
}
