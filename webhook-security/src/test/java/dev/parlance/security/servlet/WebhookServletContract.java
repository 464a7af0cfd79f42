package dev.parlance.security.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A handler in a servlet. */
abstract class WebhookServletContract extends ContainerTest {
    WebhookServletContract(Container.Starter starter) {
        super(starter);
    }

    @Test
    void a_handlers_routes_are_relative_to_the_context() throws Exception {
        Router router = Router.create()
                .post(
                        "/sms/{name}",
                        request -> WebhookResponse.json("{}")
                                .withStatus(201)
                                .withHeader("X-Seen", request.url() + " " + request.pathVariable("name"))
                                .withHeader(
                                        "X-Repeated",
                                        request.isRepeated() + " "
                                                + request.remoteAddress().isPresent()));
        for (boolean filtered : List.of(true, false)) {
            List<Filter> filters =
                    filtered ? List.of(SignatureFilter.of(SignedWebhooks.verifiedBy(TWILIO))) : List.of();
            WebhookServlet servlet = WebhookServlet.of(
                    filtered ? router : SignedWebhooks.verifiedBy(TWILIO).handler(router));
            try (Container container = starter.start(filters, Map.of("/*", servlet))) {
                WebhookRequest signed = TWILIO.sign(text(container.url() + "/sms/a%20b?x=1"));
                HttpResponse<String> first = send(signed);
                HttpResponse<String> second = send(signed);

                assertThat(first.statusCode()).isEqualTo(201);
                assertThat(first.body()).isEqualTo("{}");
                assertThat(first.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/json");
                assertThat(first.headers().firstValue("X-Seen")).contains(container.url() + "/sms/a%20b?x=1 a b");
                assertThat(first.headers().firstValue("X-Repeated")).contains("false true");
                assertThat(second.headers().firstValue("X-Repeated")).contains("true true");
                assertThat(send(text(container.url() + "/sms/a")).statusCode()).isEqualTo(403);
            }
        }
    }

    @Test
    void a_handlers_request_body_has_a_limit() throws Exception {
        WebhookServlet small = WebhookServlet.of(request -> WebhookResponse.text("reached"), 10);
        try (Container container = starter.start(List.of(), Map.of("/*", small))) {
            WebhookRequest request = WebhookRequest.post(container.url() + "/sms");

            assertThat(send(request.withBody("text/plain", new byte[10])).body())
                    .isEqualTo("reached");
            assertThat(send(request.withBody("text/plain", new byte[11])).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void a_streamed_body_of_any_length_arrives_complete() throws Exception {
        WebhookServlet lines = WebhookServlet.of(request -> WebhookResponse.streamed("text/csv", out -> {
            for (int i = 0; i < 50_000; i++) {
                out.write((i + "\r\n").getBytes(UTF_8));
            }
        }));
        try (Container container = starter.start(List.of(), Map.of("/*", lines))) {
            HttpResponse<String> response = send(WebhookRequest.get(container.url() + "/answers.csv"));

            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
            assertThat(response.body().lines()).hasSize(50_000).endsWith("49999");
        }
    }

    @Test
    void an_error_in_a_handler_or_at_the_start_of_its_body_gets_a_500_without_a_reason() throws Exception {
        Router router = Router.create()
                .get("/deep", request -> WebhookResponse.text(tooDeep(0)))
                .get(
                        "/body",
                        request -> WebhookResponse.streamed("text/plain", out -> {
                            throw new AssertionError("the body fails (expected by this test)");
                        }));
        try (Container container = starter.start(List.of(), Map.of("/*", WebhookServlet.of(router)))) {
            for (String path : List.of("/deep", "/body")) {
                HttpResponse<String> response = send(WebhookRequest.get(container.url() + path));

                assertThat(response.statusCode()).isEqualTo(500);
                assertThat(response.body()).doesNotContain("as this test wants", "Error");
            }
        }
    }

    private static String tooDeep(int depth) {
        return depth < 0 ? "" : depth + tooDeep(depth + 1);
    }

    @Test
    void an_error_in_the_middle_of_a_body_does_not_look_like_a_complete_response() throws Exception {
        WebhookServlet half = WebhookServlet.of(request -> WebhookResponse.streamed("text/plain", out -> {
            out.write("one".getBytes(UTF_8));
            out.flush();
            throw new AssertionError("the body fails (expected by this test)");
        }));
        try (Container container = starter.start(List.of(), Map.of("/*", half))) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> send(WebhookRequest.get(container.url() + "/half")));
        }
    }
}
