package dev.parlance.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request that a handler gets for each kind of event, and the result it returns. */
class EventShapesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String event(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(EventShapesTest.class.getResourceAsStream("/events/" + name + ".json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static WebhookRequest requestOf(String event) throws IOException {
        AtomicReference<WebhookRequest> received = new AtomicReference<>();
        invoke(event, request -> {
            received.set(request);
            return WebhookResponse.noContent();
        });
        return received.get();
    }

    private static String invoke(String event, WebhookHandler handler) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new LambdaWebhook(handler)
                .handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, null);
        return output.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode answer(String name, WebhookResponse response) throws IOException {
        return JSON.readTree(invoke(event(name), request -> response));
    }

    @ParameterizedTest
    @CsvSource({
        "rest-api, https://abc.execute-api.us-east-1.amazonaws.com/Prod/voice/question?questionIndex=2&surveyTo=%2B52%201, /voice/question, 203.0.113.7",
        "rest-api-custom-domain, https://hooks.example.com/v1/voice/question, /voice/question, 203.0.113.7",
        "http-api, https://abc.execute-api.us-east-1.amazonaws.com/prod/voice/question?a=1+2&a=%7E, /voice/question, 203.0.113.7",
        "function-url, https://abc.lambda-url.us-east-1.on.aws/voice/question?x=1, /voice/question, 203.0.113.7",
        "load-balancer, http://hooks.example.com/voice/question?a=1+2&b=%7E, /voice/question, 203.0.113.7",
        "load-balancer-lists, https://hooks.example.com/voice/question?a=1&a=2, /voice/question, 203.0.113.7",
    })
    void the_url_is_the_signed_one_and_the_path_is_that_of_the_route(
            String name, String url, String path, String sender) throws IOException {
        WebhookRequest request = requestOf(event(name));

        assertThat(request.url()).isEqualTo(url);
        assertThat(request.path()).isEqualTo(path);
        assertThat(request.remoteAddress()).hasValue(sender);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("X-Twilio-Signature")).hasValue("c2lnbmF0dXJl");
        assertThat(request.formParameters().first("Body")).hasValue("¿Sí? \"a\" + 'b'\n\\");
    }

    @Test
    void an_error_in_a_handler_or_a_body_causes_a_500() throws IOException {
        WebhookHandler failing = request -> {
            throw new StackOverflowError("thrown by the handler on purpose");
        };
        WebhookHandler breaking = request -> WebhookResponse.streamed("text/plain", out -> {
            out.write('x');
            throw new AssertionError("thrown by the body on purpose");
        });

        for (WebhookHandler handler : List.of(failing, breaking)) {
            JsonNode answer = JSON.readTree(invoke(event("rest-api"), handler));

            assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
            assertThat(answer.path("body").asText()).isEqualTo("The webhook failed.");
        }
    }

    @Test
    void a_streamed_body_is_returned_whole_with_its_headers() throws IOException {
        JsonNode answer = answer(
                "rest-api",
                WebhookResponse.streamed("text/csv", out -> out.write("a,b".getBytes(StandardCharsets.UTF_8)))
                        .withStatus(201)
                        .withHeader("X-Name", "ana"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(201);
        assertThat(answer.path("body").asText()).isEqualTo("a,b");
        assertThat(answer.path("multiValueHeaders").path("X-Name").path(0).asText())
                .isEqualTo("ana");
        assertThat(answer.path("multiValueHeaders").path("Content-Type")).hasSize(1);
    }

    @Test
    void a_load_balancers_health_check_is_a_request() throws IOException {
        WebhookRequest check = requestOf("{\"requestContext\":{\"elb\":{}},\"httpMethod\":\"GET\",\"path\":\"/health\","
                + "\"headers\":{\"user-agent\":\"ELB-HealthChecker/2.0\"},\"body\":\"\",\"isBase64Encoded\":false}");

        assertThat(check.path()).isEqualTo("/health");
    }

    @Test
    void all_values_of_a_repeated_header_are_kept() throws IOException {
        assertThat(requestOf(event("rest-api")).headers().all("X-Several")).containsExactly("one", "two");
        assertThat(requestOf(event("load-balancer-lists")).headers().all("X-Several"))
                .containsExactly("one", "two");
        assertThat(requestOf(event("function-url")).header("Cookie")).hasValue("a=1; b=2");
    }

    @Test
    void a_mapped_request_has_all_its_parameters_even_repeated_ones() throws IOException {
        WebhookRequest request = requestOf("{\"params\":{\"Body\":\"a \\\"b\\\"\\n\",\"From\":[\"1\",\"2\"]},"
                + "\"headers\":{\"Host\":\"abc.execute-api.us-east-1.amazonaws.com\"}}");

        assertThat(request.url()).isEqualTo("https://abc.execute-api.us-east-1.amazonaws.com/");
        assertThat(request.formParameters().first("Body")).hasValue("a \"b\"\n");
        assertThat(request.formParameters().all("From")).containsExactly("1", "2");
    }

    @Test
    void a_mapped_request_can_include_its_path_and_its_raw_body() throws IOException {
        WebhookRequest request = requestOf(
                "{\"rawBody\":\"Body=a%20b\",\"method\":\"POST\",\"path\":\"/Prod/echo/\","
                        + "\"domainName\":\"hooks.example.com\",\"headers\":{\"Content-Type\":\"application/x-www-form-urlencoded\"}}");

        assertThat(request.url()).isEqualTo("https://hooks.example.com/Prod/echo/");
        assertThat(request.formParameters().first("Body")).hasValue("a b");
    }

    @Test
    void a_mapped_response_is_the_body_and_a_refusal_is_an_error_that_starts_with_its_status() throws IOException {
        String event = "{\"params\":{},\"headers\":{\"Host\":\"localhost\"}}";

        assertThat(JSON.readTree(invoke(event, request -> WebhookResponse.text("<Response/>")))
                        .asText())
                .isEqualTo("<Response/>");
        assertThatThrownBy(() ->
                        invoke(event, request -> WebhookResponse.noContent().withStatus(403)))
                .hasMessageStartingWith("[403]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest-api", "load-balancer-lists"})
    void a_response_can_have_lists_of_headers(String name) throws IOException {
        JsonNode answer = answer(
                name,
                WebhookResponse.json("{}")
                        .withStatus(201)
                        .withHeader("Set-Cookie", "a=1")
                        .withHeader("Set-Cookie", "b=2"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(201);
        assertThat(answer.at("/multiValueHeaders/Content-Type/0").asText()).isEqualTo("application/json");
        assertThat(answer.at("/multiValueHeaders/Set-Cookie"))
                .extracting(JsonNode::asText)
                .containsExactly("a=1", "b=2");
        assertThat(answer.path("body").asText()).isEqualTo("{}");
        assertThat(answer.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void an_http_api_gets_cookies_separately() throws IOException {
        JsonNode answer = answer(
                "http-api",
                WebhookResponse.text("x").withHeader("Set-Cookie", "a=1").withHeader("Set-Cookie", "b=2"));

        assertThat(answer.at("/cookies")).extracting(JsonNode::asText).containsExactly("a=1", "b=2");
        assertThat(answer.at("/headers/Content-Type").asText()).startsWith("text/plain");
        assertThat(answer.at("/headers/Set-Cookie").isMissingNode()).isTrue();
    }

    @Test
    void a_binary_body_is_returned_in_base64() throws IOException {
        byte[] bytes = {(byte) 0xff, 0, 1};

        JsonNode answer = answer("function-url", WebhookResponse.bytes("image/png", bytes));

        assertThat(answer.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(Base64.getDecoder().decode(answer.path("body").asText())).isEqualTo(bytes);
    }

    @Test
    void an_invalid_request_gets_a_400_and_an_unsupported_event_causes_an_error() throws IOException {
        String badHost = event("http-api").replace("abc.execute-api.us-east-1.amazonaws.com", "a b/c");

        assertThat(JSON.readTree(invoke(badHost, request -> WebhookResponse.noContent()))
                        .path("statusCode")
                        .asInt())
                .isEqualTo(400);
        assertThatThrownBy(() -> requestOf("{\"source\":\"aws.events\"}"))
                .hasMessageContaining("not a supported web request");
        assertThatThrownBy(() -> requestOf("[]")).hasMessageContaining("JSON object");
    }
}
