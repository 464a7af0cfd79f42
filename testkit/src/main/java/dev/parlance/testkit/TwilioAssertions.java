package dev.parlance.testkit;

import dev.parlance.twiml.Twiml;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;

/**
 * AssertJ's assertions, and those of the test kit: one static import for both.
 *
 * <pre>{@code
 * import static dev.parlance.testkit.TwilioAssertions.assertThat;
 *
 * assertThat(ana).lastText().contains("entre 1 y 5");
 * assertThat(call).ended().afterHearing("adiós").wasSpokenIn("es-MX");
 * assertThat(twiml).isGather().withLanguage("fr-FR");
 * assertThat(twilio).sentMessageTo("+33612345678").withBody("bonjour");
 * }</pre>
 */
public final class TwilioAssertions extends Assertions {
    private TwilioAssertions() {}

    /** What a person has received, said and heard. */
    public static FakePhoneAssert assertThat(FakePhone phone) {
        return new FakePhoneAssert(phone);
    }

    /** How a call went. */
    public static FakeCallAssert assertThat(FakeCall call) {
        return new FakeCallAssert(call);
    }

    /** What the account has sent and been told. */
    public static FakeTwilioAssert assertThat(FakeTwilio twilio) {
        return new FakeTwilioAssert(twilio);
    }

    /** A text. */
    public static FakeTextAssert assertThat(FakeText text) {
        return new FakeTextAssert(text, "");
    }

    /** What TwiML says. */
    public static TwimlAssert assertThat(Twiml twiml) {
        return TwimlAssert.of(new String(twiml.toBytes(), StandardCharsets.UTF_8));
    }

    /** What the TwiML says that a webhook is answered with. */
    public static TwimlAssert assertThatTwiml(WebhookResponse response) {
        return TwimlAssert.of(response.bodyText());
    }

    /** What TwiML says, as it was sent. */
    public static TwimlAssert assertThatTwiml(String twiml) {
        return TwimlAssert.of(twiml);
    }
}
