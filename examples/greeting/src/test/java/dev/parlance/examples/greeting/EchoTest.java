package dev.parlance.examples.greeting;

// snippet: hello
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookResponse;
import org.junit.jupiter.api.Test;

class EchoTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    final WebhookHandler echo = request -> WebhookResponse.of(
            MessageTwiml.reply("You said: " + IncomingMessage.of(request).body()));

    @Test
    void a_text_comes_back() {
        twilio.mount("https://echo.example", echo);
        twilio.number("+15005550100").onText("https://echo.example");

        twilio.phone("+15005550006").texts("hello").receives("You said: hello");
    }
}
// end
