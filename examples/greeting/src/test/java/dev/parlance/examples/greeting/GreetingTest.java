package dev.parlance.examples.greeting;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.ForEachTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// snippet: test
class GreetingTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @BeforeEach
    void setUp() {
        twilio.mount("https://greeting.example", new Greeting().routes());
        twilio.number("+15005550100").onText("https://greeting.example/sms").onCall("https://greeting.example/voice");
    }

    @ParameterizedTest
    @CsvSource({"hello, Hello!", "Hola, ¡Hola!", "bonjour, Hello!"})
    void a_text_is_answered_in_its_language(String text, String answer) {
        twilio.phone("+5215512345678").texts(text).receives(answer);
    }

    @Test
    void a_call_from_mexico_is_asked_and_answered_in_spanish() {
        FakePhone ana = twilio.phone("+5215512345678");

        FakeCall call = ana.calls("+15005550100").hears("¡Hola!").presses("5").hears("Presionaste 5");

        assertThat(call).ended().wasSpokenIn("es-MX").wasSpokenBy("Polly.Mia");
    }
}
// end
