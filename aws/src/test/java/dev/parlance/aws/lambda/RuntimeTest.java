package dev.parlance.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.aws.LocalLambda;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Runs the function in a separate process with AWS's runtime client. */
@EnabledOnOs(OS.LINUX) // the runtime client needs it
class RuntimeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "1".repeat(32);
    private static final String URL = "https://abc.lambda-url.us-east-1.on.aws/sms";

    private static String event(String body, String token) {
        WebhookRequest request = TwilioSignature.of(Secret.of(token))
                .sign(WebhookRequest.post(URL)
                        .withForm("MessageSid", "SM1", "From", "+15005550006", "To", "+15005550100", "Body", body));
        ObjectNode event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", "/sms")
                .put("rawQueryString", "")
                .put("isBase64Encoded", true)
                .put("body", Base64.getEncoder().encodeToString(request.body()));
        ObjectNode headers = event.putObject("headers");
        request.headers().asMap().forEach((name, values) -> headers.put(name, values.get(0)));
        event.putObject("requestContext")
                .put("domainName", "abc.lambda-url.us-east-1.on.aws")
                .putObject("http")
                .put("method", "POST")
                .put("sourceIp", "203.0.113.7");
        return event.toString();
    }

    private static LocalLambda.Builder echo() {
        return LocalLambda.of(SignedEcho.class.getName()).environment("TOKEN", TOKEN);
    }

    @Test
    void a_signed_request_is_answered_and_any_other_is_refused() throws IOException {
        try (LocalLambda echo = echo().start()) {
            JsonNode answer = JSON.readTree(echo.invoke(event("¿qué? \"x\" & <y>\n", TOKEN)));
            JsonNode refusal = JSON.readTree(echo.invoke(event("hola", "2".repeat(32))));

            assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
            assertThat(answer.at("/headers/Content-Type").asText()).startsWith("text/xml");
            assertThat(answer.path("body").asText()).contains("<Message>echo: ¿qué? \"x\" &amp; &lt;y&gt;");
            assertThat(refusal.path("statusCode").asInt()).isEqualTo(403);
            assertThat(refusal.path("body").asText()).isEmpty();
        }
    }

    @Test
    void an_event_without_a_web_request_causes_a_descriptive_error() {
        try (LocalLambda echo = echo().start()) {
            assertThatThrownBy(() -> echo.invoke("{}"))
                    .isInstanceOf(LocalLambda.FunctionException.class)
                    .hasMessageContaining("not a supported web request");
        }
    }

    @Test
    void a_function_that_cannot_start_is_reported() {
        try (LocalLambda echo = LocalLambda.of(SignedEcho.class.getName()).start()) {
            assertThatThrownBy(() -> echo.invoke("{}")).hasMessageContaining("has ended");
        }
    }

    @Test
    void the_classes_every_webhook_needs_are_loaded_before_the_snapshot() {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (LocalLambda echo = echo().environment("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start")
                .options("-Xlog:class+load:stdout")
                .output(lines::add)
                .start()) {
            assertThat(echo.invoke(event("hola", TOKEN))).contains("echo: hola");
        }

        List<String> before = lines.subList(0, lines.indexOf("handling"));
        assertThat(before)
                .anyMatch(line -> line.contains("dev.parlance.twiml.MessageTwiml "))
                .anyMatch(line -> line.contains("dev.parlance.security.TwilioScheme "))
                .anyMatch(line -> line.contains("com.fasterxml.jackson.core.JsonGenerator "));
    }

    @Test
    void the_response_is_utf_8() throws IOException {
        try (LocalLambda echo = echo().options("-Dfile.encoding=ISO-8859-1").start()) {
            String answer = echo.invoke(event("五 🙂", TOKEN));

            assertThat(JSON.readTree(answer.getBytes(StandardCharsets.UTF_8))
                            .path("body")
                            .asText())
                    .contains("五 🙂");
        }
    }
}
