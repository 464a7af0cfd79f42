package dev.parlance.testkit;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.twiml.Twiml;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;

/**
 * AssertJ's assertions together with those of the test kit, for a single static import.
 *
 * <pre>{@code
 * import static dev.parlance.testkit.TwilioAssertions.assertThat;
 *
 * assertThat(ana).lastText().contains("entre 1 y 5");
 * assertThat(ana).lastCall().ended().lastHeard("adiós").wasSpokenIn("es-MX");
 * assertThat(VoiceTwiml.create().say("Bonjour")).isCleanVoice();
 * assertThat(twilio).sentMessageTo("+33612345678").withBody("bonjour");
 * }</pre>
 */
public final class TwilioAssertions extends Assertions {
    private TwilioAssertions() {}

    /** Assertions about a person's texts and calls. */
    public static FakePhoneAssert assertThat(FakePhone phone) {
        return new FakePhoneAssert(phone);
    }

    /** Assertions about a call. */
    public static FakeCallAssert assertThat(FakeCall call) {
        return new FakeCallAssert(call);
    }

    /** Assertions about what the account has sent and received. */
    public static FakeTwilioAssert assertThat(FakeTwilio twilio) {
        return new FakeTwilioAssert(twilio);
    }

    /** Assertions about a text. */
    public static FakeTextAssert assertThat(FakeText text) {
        return new FakeTextAssert(text, "");
    }

    /** Assertions about TwiML. */
    public static TwimlAssert assertThat(Twiml twiml) {
        return TwimlAssert.of(new String(twiml.toBytes(), StandardCharsets.UTF_8));
    }

    /** Assertions about the TwiML in a webhook response. */
    public static TwimlAssert assertThatTwiml(WebhookResponse response) {
        return TwimlAssert.of(response.bodyText());
    }

    /** Assertions about TwiML in XML. */
    public static TwimlAssert assertThatTwiml(String twiml) {
        return TwimlAssert.of(twiml);
    }
}
