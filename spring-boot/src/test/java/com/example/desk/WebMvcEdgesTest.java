package com.example.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.spring.NumberWebhooks;
import dev.parlance.spring.TwilioWebhook;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks below a servlet's path, with GET allowed, in an application with its own rules of security. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "parlance.twilio.account-sid=AC00000000000000000000000000000000",
            "parlance.twilio.auth-token=00000000000000000000000000000000",
            "parlance.webhooks.methods=GET,POST",
            "parlance.surveys.location=classpath:nowhere/",
            "parlance.surveys.in-memory=true",
            "server.servlet.context-path=/app",
            "spring.mvc.servlet.path=/mvc"
        })
class WebMvcEdgesTest {
    private static final TwilioSignature TWILIO = TwilioSignature.of(Secret.of("0".repeat(32)));
    private static final String FORM =
            "AccountSid=AC0&From=%2B15005550006&To=%2B15005550100&MessageSid=SM0&NumMedia=0&Body=hi";

    @LocalServerPort
    int port;

    @SpringBootApplication
    @Import({Desk.class, Rest.class})
    static class Application {
        @Bean
        SecurityFilterChain rules(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/go", "/open")
                            .permitAll()
                            .anyRequest()
                            .denyAll())
                    .build();
        }
    }

    @Controller
    static class Desk {
        @TwilioWebhook("/sms")
        MessageTwiml text(IncomingMessage message) {
            return MessageTwiml.reply("You said: " + message.body());
        }

        /** A page that leads to a webhook without Twilio's signature. */
        @GetMapping("/go")
        String go() {
            return "forward:/mvc/fetched";
        }
    }

    @RestController
    static class Rest {
        @GetMapping("/fetched")
        MessageTwiml fetched(@RequestParam("Body") String body) {
            return MessageTwiml.reply("Fetched: " + body);
        }

        @PostMapping("/many")
        MessageTwiml many(WebhookRequest request, @RequestParam("Tag") String[] tags) {
            return MessageTwiml.reply(String.join("|", tags) + " of "
                    + request.parameters().all("Tag").size());
        }

        @GetMapping("/open")
        String open() {
            return "open";
        }
    }

    @Test
    void webhooks_can_be_below_the_path_of_the_servlet() throws Exception {
        assertThat(posted("/mvc/sms", FORM).body()).contains("You said: hi");
    }

    @Test
    void the_webhook_of_a_number_includes_the_path_of_the_servlet(@Autowired NumberWebhooks webhooks) {
        assertThat(webhooks.textPath()).hasValue("/mvc/sms");
    }

    @Test
    void a_webhook_that_uses_get_is_answered_if_get_is_allowed() throws Exception {
        assertThat(fetched("GET", "/mvc/fetched?Body=hi", true).body()).contains("Fetched: hi");
        assertThat(fetched("GET", "/mvc/fetched?Body=hi", false).statusCode()).isEqualTo(403);
    }

    @Test
    void head_is_refused() throws Exception {
        assertThat(fetched("HEAD", "/mvc/fetched?Body=hi", true).statusCode()).isEqualTo(405);
    }

    @Test
    void a_forward_leads_nobody_around_the_check() throws Exception {
        HttpResponse<String> response = fetched("GET", "/mvc/go?Body=forged", false);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).doesNotContain("forged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html,application/xhtml+xml;q=0.9", "application/json", "*/*"})
    void the_answer_is_twiml_whatever_a_client_accepts(String accept) throws Exception {
        HttpResponse<String> response = send(
                signed(WebhookRequest.post(uri("/mvc/sms").toString()), FORM).header("Accept", accept));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml;charset=utf-8");
        assertThat(response.body()).contains("<Message>");
    }

    @Test
    void stars_plus_signs_umlauts_and_repeated_names_arrive_as_sent() throws Exception {
        assertThat(posted("/mvc/many", FORM + "&Tag=*&Tag=%2A&Tag=a+b%2B&Tag=%C3%BC")
                        .body())
                .contains("*|*|a b+|ü of 4");
    }

    @Test
    void a_trailing_slash_is_another_path() throws Exception {
        assertThat(posted("/mvc/sms/", FORM).statusCode()).isIn(403, 404);
    }

    @Test
    void other_paths_keep_the_rules_of_the_application() throws Exception {
        assertThat(fetched("GET", "/mvc/open", false).body()).isEqualTo("open");
        assertThat(fetched("GET", "/mvc/closed", false).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> posted(String path, String form) throws Exception {
        return send(signed(WebhookRequest.post(uri(path).toString()), form));
    }

    private HttpResponse<String> fetched(String method, String path, boolean isSigned) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (isSigned) {
            request.header(
                    "X-Twilio-Signature", signature(WebhookRequest.get(uri(path).toString())));
        }
        return send(request);
    }

    private HttpRequest.Builder signed(WebhookRequest request, String form) {
        return HttpRequest.newBuilder(URI.create(request.url()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "X-Twilio-Signature",
                        signature(request.withBody(
                                "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8))))
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private static String signature(WebhookRequest request) {
        return TWILIO.sign(request).header("X-Twilio-Signature").orElseThrow();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + "/app" + path);
    }
}
