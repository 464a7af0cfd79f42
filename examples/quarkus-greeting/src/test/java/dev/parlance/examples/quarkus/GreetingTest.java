package dev.parlance.examples.quarkus;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.quarkus.test.WithFakeTwilio;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithFakeTwilio
class GreetingTest {
    @Test
    void a_text_is_answered_in_its_language(FakePhone ana) {
        ana.texts("hello").receives("Hello!");
        ana.texts("Hola").receives("¡Hola!");
    }

    @Test
    void a_call_from_mexico_is_asked_and_answered_in_spanish(FakeTwilio twilio) {
        FakePhone ana = twilio.phone("+5215512345678");

        FakeCall call = ana.calls("+15005550100").hears("¡Hola!").presses("5").hears("Presionaste 5");

        assertThat(call).ended().wasSpokenIn("es-MX").wasSpokenBy("Polly.Mia");
    }
}
