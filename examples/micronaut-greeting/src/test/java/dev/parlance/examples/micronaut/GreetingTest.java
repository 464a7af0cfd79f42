package dev.parlance.examples.micronaut;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.ForEachTest;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// snippet: test
class GreetingTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private EmbeddedServer server;

    @BeforeEach
    void start() {
        server = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of("twilio.auth-token", twilio.authToken().reveal(), "micronaut.server.port", -1));
        twilio.number("+15005550100").onText(server.getURL() + "/twilio/sms").onCall(server.getURL() + "/twilio/voice");
    }

    @AfterEach
    void stop() {
        server.close();
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
