package dev.parlance.examples.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fake.aws.FakeAws;
import dev.parlance.fake.aws.LocalLambda;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Evaluates the mapping templates of the API without a proxy integration. */
class MappedApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "1".repeat(32);
    private static final String URL = "https://abc.execute-api.us-east-1.amazonaws.com/Prod/echo/";

    private final JsonNode integration = integration();

    private static JsonNode integration() {
        try {
            Object yaml = new Yaml().load(Files.readString(Path.of("api-mapped.yaml")));
            return JSON.valueToTree(yaml).at("/paths/~1echo/post/x-amazon-apigateway-integration");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code $util} of the mapping templates, with API Gateway's escaping. */
    public static final class Escaping {
        public String escapeJavaScript(String text) {
            StringBuilder escaped = new StringBuilder();
            for (char c : text.toCharArray()) {
                switch (c) {
                    case '"', '\\', '/', '\'' -> escaped.append('\\').append(c);
                    case '\n' -> escaped.append("\\n");
                    case '\r' -> escaped.append("\\r");
                    case '\t' -> escaped.append("\\t");
                    default ->
                        escaped.append(c < 0x20 || c > 0x7e ? "\\u%04X".formatted((int) c) : Character.toString(c));
                }
            }
            return escaped.toString();
        }
    }

    /** {@code $input} of the mapping templates. */
    public record Input(String body, Map<String, String> headers) {
        public String getBody() {
            return body;
        }

        public Map<String, Map<String, String>> params() {
            return Map.of("header", headers);
        }
    }

    private String event(WebhookRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().asMap().forEach((name, values) -> headers.put(name, values.get(0)));
        VelocityContext context = new VelocityContext();
        context.put("input", new Input(request.bodyText(), headers));
        context.put("util", new Escaping());
        context.put(
                "context",
                Map.of(
                        "httpMethod",
                        "POST",
                        "path",
                        "/Prod/echo/",
                        "domainName",
                        "abc.execute-api.us-east-1.amazonaws.com"));
        StringWriter event = new StringWriter();
        new VelocityEngine()
                .evaluate(
                        context,
                        event,
                        "mapping",
                        integration
                                .at("/requestTemplates/application~1x-www-form-urlencoded")
                                .asText());
        return event.toString();
    }

    private static WebhookRequest signed(String text, String token) {
        return TwilioSignature.of(Secret.of(token))
                .sign(WebhookRequest.post(URL)
                        .withForm("MessageSid", "SM1", "From", "+15005550006", "To", "+15005550100", "Body", text)
                        .withHeader("X-Note", "it's \"so\" \\ "));
    }

    @Test
    void the_mapping_preserves_any_text() throws Exception {
        Random random = new Random(20_261_121);
        for (int i = 0; i < 500; i++) {
            String text = random.ints(20, 0, 0x250)
                    .filter(c -> c != 0)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            WebhookRequest request = signed(text + "'\"\n\\", TOKEN);

            JsonNode event = JSON.readTree(event(request));

            assertThat(event.path("rawBody").asText()).isEqualTo(request.bodyText());
            assertThat(event.at("/headers/X-Note").asText()).isEqualTo("it's \"so\" \\ ");
        }
    }

    @Test
    void a_signed_text_is_echoed_and_a_forged_one_is_refused() throws Exception {
        try (FakeAws aws = FakeAws.start();
                LocalLambda echo = LocalLambda.of(EchoFunction.class.getName())
                        .classPath("target/classes", "target/lib/*")
                        .environment("TWILIO_AUTH_TOKEN_SECRET", "token")
                        .environment(
                                "AWS_ENDPOINT_URL_SECRETS_MANAGER", aws.url().toString())
                        .start()) {
            aws.secret("token", TOKEN);

            String answer = echo.invoke(event(signed("it's \"so\"\n\\ 五", TOKEN)));

            assertThat(JSON.readTree(answer).asText()).contains("<Message>echo: it's \"so\"\n\\ 五</Message>");
            assertThatThrownBy(() -> echo.invoke(event(signed("hi", "2".repeat(32)))))
                    .hasMessageContaining("[403]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "[403] , 403",
        "[400] The parameter is missing., 403",
        "[503] , 500",
        "Task timed out, 500",
        "'a\nb', 500"
    })
    void no_error_is_returned_as_200(String message, String status) {
        assertThat(integration.path("responses").properties().stream()
                        .filter(response -> !response.getKey().equals("default"))
                        .filter(response -> message.matches(response.getKey()))
                        .map(response -> response.getValue().path("statusCode").asText()))
                .containsExactly(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain"})
    void only_forms_are_mapped(String type) {
        assertThat(integration.path("passthroughBehavior").asText()).isEqualTo("never");
        assertThat(integration.path("requestTemplates").has(type)).isFalse();
    }
}
