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

/** What a handler is asked for each kind of event, and what goes back. */
class EventShapesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String event(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(EventShapesTest.class.getResourceAsStream("/events/" + name + ".json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static WebhookRequest asked(String event) throws IOException {
        AtomicReference<WebhookRequest> asked = new AtomicReference<>();
        invoke(event, request -> {
            asked.set(request);
            return WebhookResponse.noContent();
        });
        return asked.get();
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
    void the_url_is_the_one_that_was_signed_and_the_path_that_of_the_route(
            String name, String url, String path, String sender) throws IOException {
        WebhookRequest request = asked(event(name));

        assertThat(request.url()).isEqualTo(url);
        assertThat(request.path()).isEqualTo(path);
        assertThat(request.remoteAddress()).hasValue(sender);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("X-Twilio-Signature")).hasValue("c2lnbmF0dXJl");
        assertThat(request.formParameters().first("Body")).hasValue("¿Sí? \"a\" + 'b'\n\\");
    }

    @Test
    void an_error_in_a_handler_or_in_its_body_is_a_500() throws IOException {
        WebhookHandler failing = request -> {
            throw new StackOverflowError("the handler fails, as this test wants");
        };
        WebhookHandler breaking = request -> WebhookResponse.streamed("text/plain", out -> {
            out.write('x');
            throw new AssertionError("the body fails, as this test wants");
        });

        for (WebhookHandler handler : List.of(failing, breaking)) {
            JsonNode answer = JSON.readTree(invoke(event("rest-api"), handler));

            assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
            assertThat(answer.path("body").asText()).isEqualTo("The webhook failed.");
        }
    }

    @Test
    void a_body_that_is_streamed_is_answered_whole_with_its_headers() throws IOException {
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
    void a_load_balancers_health_check_is_a_request_too() throws IOException {
        WebhookRequest check = asked("{\"requestContext\":{\"elb\":{}},\"httpMethod\":\"GET\",\"path\":\"/health\","
                + "\"headers\":{\"user-agent\":\"ELB-HealthChecker/2.0\"},\"body\":\"\",\"isBase64Encoded\":false}");

        assertThat(check.path()).isEqualTo("/health");
    }

    @Test
    void several_headers_of_one_name_are_all_there() throws IOException {
        assertThat(asked(event("rest-api")).headers().all("X-Several")).containsExactly("one", "two");
        assertThat(asked(event("load-balancer-lists")).headers().all("X-Several"))
                .containsExactly("one", "two");
        assertThat(asked(event("function-url")).header("Cookie")).hasValue("a=1; b=2");
    }

    @Test
    void a_mapped_request_has_its_parameters_even_repeated_ones() throws IOException {
        WebhookRequest request = asked("{\"params\":{\"Body\":\"a \\\"b\\\"\\n\",\"From\":[\"1\",\"2\"]},"
                + "\"headers\":{\"Host\":\"abc.execute-api.us-east-1.amazonaws.com\"}}");

        assertThat(request.url()).isEqualTo("https://abc.execute-api.us-east-1.amazonaws.com/");
        assertThat(request.formParameters().first("Body")).hasValue("a \"b\"\n");
        assertThat(request.formParameters().all("From")).containsExactly("1", "2");
    }

    @Test
    void a_mapped_request_may_tell_its_path_and_its_body_as_it_came() throws IOException {
        WebhookRequest request = asked(
                "{\"rawBody\":\"Body=a%20b\",\"method\":\"POST\",\"path\":\"/Prod/echo/\","
                        + "\"domainName\":\"hooks.example.com\",\"headers\":{\"Content-Type\":\"application/x-www-form-urlencoded\"}}");

        assertThat(request.url()).isEqualTo("https://hooks.example.com/Prod/echo/");
        assertThat(request.formParameters().first("Body")).hasValue("a b");
    }

    @Test
    void a_mapped_answer_is_the_document_and_a_refusal_an_error_that_begins_with_its_status() throws IOException {
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
    void an_answer_with_lists_of_headers(String name) throws IOException {
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
    void cookies_have_a_place_of_their_own_behind_an_http_api() throws IOException {
        JsonNode answer = answer(
                "http-api",
                WebhookResponse.text("x").withHeader("Set-Cookie", "a=1").withHeader("Set-Cookie", "b=2"));

        assertThat(answer.at("/cookies")).extracting(JsonNode::asText).containsExactly("a=1", "b=2");
        assertThat(answer.at("/headers/Content-Type").asText()).startsWith("text/plain");
        assertThat(answer.at("/headers/Set-Cookie").isMissingNode()).isTrue();
    }

    @Test
    void what_is_no_text_goes_back_in_base64() throws IOException {
        byte[] bytes = {(byte) 0xff, 0, 1};

        JsonNode answer = answer("function-url", WebhookResponse.bytes("image/png", bytes));

        assertThat(answer.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(Base64.getDecoder().decode(answer.path("body").asText())).isEqualTo(bytes);
    }

    @Test
    void a_request_that_can_be_none_is_refused_and_an_event_that_is_none_says_what_can_be() throws IOException {
        String badHost = event("http-api").replace("abc.execute-api.us-east-1.amazonaws.com", "a b/c");

        assertThat(JSON.readTree(invoke(badHost, request -> WebhookResponse.noContent()))
                        .path("statusCode")
                        .asInt())
                .isEqualTo(400);
        assertThatThrownBy(() -> asked("{\"source\":\"aws.events\"}")).hasMessageContaining("no web request");
        assertThatThrownBy(() -> asked("[]")).hasMessageContaining("JSON object");
    }
}
