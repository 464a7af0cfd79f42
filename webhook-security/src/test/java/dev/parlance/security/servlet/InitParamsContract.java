package dev.parlance.security.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import jakarta.servlet.ServletException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A filter that the container creates. */
abstract class InitParamsContract extends ContainerTest {
    InitParamsContract(Container.Starter starter) {
        super(starter);
    }

    @Test
    void init_params_configure_a_filter_that_the_container_creates() throws Exception {
        System.setProperty("parlance.test.old", "older");
        System.setProperty("parlance.test.token", "token");
        Map<String, String> parameters = Map.of(
                "secrets", "parlance.test.old, parlance.test.token",
                "publicUrl", "https://hooks.example.com",
                "methods", "post",
                "contentTypes", "application/x-www-form-urlencoded",
                "bodyLimit", "500",
                "repeats", "refuse",
                "diagnosing", "true");
        try (Container container =
                starter.start(parameters, Map.of("/sms", new AnsweringServlet(request -> "reached")))) {
            WebhookRequest signed = TWILIO.sign(text("https://hooks.example.com/app/sms"));
            WebhookRequest arriving =
                    WebhookRequest.of("POST", container.url() + "/sms", signed.headers(), signed.body());

            assertThat(send(arriving).body()).isEqualTo("reached");
            assertThat(send(arriving).statusCode()).isEqualTo(403);
            assertThat(send(WebhookRequest.get(container.url() + "/sms")).statusCode())
                    .isEqualTo(405);
            assertThat(send(arriving.withBody("text/plain", new byte[1])).statusCode())
                    .isEqualTo(415);
            assertThat(send(arriving.withForm("Body", "x".repeat(500))).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void init_params_configure_slack() throws Exception {
        System.setProperty("parlance.test.slack", "slack-secret");
        Map<String, String> parameters = Map.of("scheme", "slack", "secrets", "parlance.test.slack");
        try (Container container =
                starter.start(parameters, Map.of("/sms", new AnsweringServlet(request -> "reached")))) {
            WebhookRequest event = WebhookRequest.post(container.url() + "/sms")
                    .withBody("application/json", "{\"type\":\"url_verification\"}".getBytes(UTF_8));

            assertThat(send(dev.parlance.security.SlackSignature.of(Secret.of("slack-secret"))
                                    .sign(event))
                            .body())
                    .isEqualTo("reached");
            assertThat(sendSigned(event).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_misconfigured_application_does_not_start() {
        List<Map<String, String>> misconfigured = List.of(
                Map.of("secrets", "parlance.test.missing"),
                Map.of("secret", "in-clear"),
                Map.of("secrets", "user.dir", "scheme", "paypal"),
                Map.of("secrets", "user.dir", "trustedProxies", "everyone"),
                Map.of("secrets", "user.dir", "publicUrl", "hooks.example.com"),
                Map.of("secrets", "user.dir", "bodyLimit", "many"));

        for (Map<String, String> parameters : misconfigured) {
            assertThatThrownBy(() -> starter.start(parameters, Map.of()).close())
                    .as("%s", parameters)
                    .isInstanceOf(ServletException.class);
        }
    }
}
