package dev.parlance.examples.greeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreetingTest {
    private final Greeting greeting = new Greeting();

    // snippet: test
    @ParameterizedTest
    @CsvSource({"hello, Hello!", "Hola, ¡Hola!", "bonjour, Hello!"})
    void a_text_is_answered_in_its_language(String text, String answer) {
        WebhookResponse response =
                post("/sms", "MessageSid", "SM0", "From", "+5215512345678", "To", "12345", "Body", text);

        assertThat(response.bodyText()).contains("<Message>" + answer);
    }
    // end

    @Test
    void a_call_from_mexico_is_asked_and_answered_in_spanish() {
        WebhookResponse asked =
                post("/voice", "CallSid", "CA0", "From", "+5215512345678", "To", "+15005550006", "FromCountry", "MX");
        WebhookResponse heard = post("/voice/key?in=es-MX", "CallSid", "CA0", "Digits", "5");

        assertThat(asked.bodyText()).contains("action=\"/voice/key?in=es-MX\"", "voice=\"Polly.Mia\"", "¡Hola!");
        assertThat(heard.bodyText()).contains("Presionaste 5");
    }

    private WebhookResponse post(String path, String... form) {
        return greeting.routes()
                .respond(WebhookRequest.post("https://hooks.example.com" + path).form(form));
    }
}
