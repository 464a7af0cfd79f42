package com.example.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.spring.WebhookEndpoint;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application with Spring Security, an account, surveys and webhooks. */
@ExtendWith(OutputCaptureExtension.class)
class QuietStartTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        WebhookEndpoint echo() {
            return WebhookEndpoint.of("/echo", request -> WebhookResponse.text(request.bodyText()));
        }
    }

    @Test
    void it_starts_without_a_warning_and_only_webhooks_need_no_login(CapturedOutput output) throws Exception {
        String[] settings = {
            "--server.port=0",
            "--parlance.twilio.account-sid=AC" + "0".repeat(32),
            "--parlance.twilio.auth-token=" + "0".repeat(32),
            "--parlance.surveys.in-memory=true",
            "--spring.security.user.password=for-tests"
        };
        String startLog;
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(Application.class).run(settings)) {
            startLog = output.toString();
            String port = application.getEnvironment().getProperty("local.server.port");
            assertThat(status(port, "/echo")).isEqualTo(403);
            assertThat(status(port, "/anything-else")).isEqualTo(401);
        }

        assertThat(startLog.lines()).noneMatch(line -> line.contains(" WARN "));
    }

    private static int status(String port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
