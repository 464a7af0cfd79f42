package com.example.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.spring.NumberWebhooks;
import dev.parlance.spring.TwilioWebhook;
import dev.parlance.spring.WebhookEndpoint;
import dev.parlance.survey.Surveys;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "parlance.twilio.account-sid=AC00000000000000000000000000000000",
            "parlance.twilio.auth-token=00000000000000000000000000000000",
            "parlance.surveys.in-memory=true",
            "server.servlet.context-path=/app"
        })
class WebMvcWebhooksTest {
    private static final TwilioSignature TWILIO = TwilioSignature.of(Secret.of("0".repeat(32)));
    private static final String FORM = "AccountSid=AC0&From=%2B15005550006&To=%2B15005550100&MessageSid=SM0&CallSid=CA0"
            + "&CallStatus=ringing&Direction=inbound&ApiVersion=2010-04-01&NumMedia=0";

    @LocalServerPort
    int port;

    @SpringBootApplication
    @Import({Desk.class, Rest.class})
    static class Application {
        @Bean
        WebhookEndpoint echo() {
            return WebhookEndpoint.of("/echo", request -> WebhookResponse.text(request.bodyText()));
        }
    }

    @Controller
    @RequestMapping("/desk")
    static class Desk {
        @TwilioWebhook("/sms")
        MessageTwiml text(IncomingMessage message) {
            return MessageTwiml.reply("You said: " + message.body());
        }

        @TwilioWebhook("/{room}/voice")
        VoiceTwiml call(IncomingCall call, @PathVariable String room) {
            return VoiceTwiml.create().say("Room " + room).hangup();
        }
    }

    @RestController
    static class Rest {
        @PostMapping("/plain")
        MessageTwiml plain(@RequestParam("Body") String body) {
            return MessageTwiml.reply("Plain: " + body);
        }

        @PostMapping("/entity")
        ResponseEntity<VoiceTwiml> entity(WebhookRequest request) {
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .header("X-Room", "7")
                    .body(VoiceTwiml.create().say("Entity").hangup());
        }

        @PostMapping("/later")
        CompletableFuture<MessageTwiml> later(IncomingMessage message) {
            return CompletableFuture.supplyAsync(() -> MessageTwiml.reply("Later: " + message.body()));
        }

        @PostMapping("/response")
        WebhookResponse response(WebhookRequest request) {
            return WebhookResponse.text("Not now").withStatus(503).withHeader("Retry-After", "5");
        }

        @PostMapping("/raw")
        MessageTwiml raw(@RequestBody String body) {
            return MessageTwiml.reply("Length " + body.length());
        }

        @GetMapping("/page")
        String page() {
            return "A page for people";
        }
    }

    @Test
    void a_method_gets_the_message_and_answers_with_twiml() throws Exception {
        HttpResponse<String> response = signed("/desk/sms", FORM + "&Body=h%C3%A9llo+*+%F0%9F%98%80");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml;charset=utf-8");
        assertThat(response.body()).contains("You said: héllo * 😀");
    }

    @Test
    void paths_can_have_variables() throws Exception {
        assertThat(signed("/desk/7/voice", FORM).body()).contains("<Say>Room 7</Say>");
    }

    @Test
    void a_plain_mapping_that_returns_twiml_is_a_webhook_too() throws Exception {
        assertThat(signed("/plain", FORM + "&Body=a%2Bb").body()).contains("Plain: a+b");
        assertThat(send("/plain", FORM + "&Body=forged", "").statusCode()).isEqualTo(403);
    }

    @Test
    void the_body_can_be_read_again() throws Exception {
        assertThat(signed("/raw", FORM).body()).contains("Length " + FORM.length());
    }

    @Test
    void responses_can_be_entities_futures_and_webhook_responses() throws Exception {
        HttpResponse<String> entity = signed("/entity", FORM);
        assertThat(entity.statusCode()).isEqualTo(202);
        assertThat(entity.headers().firstValue("X-Room")).hasValue("7");
        assertThat(entity.body()).contains("Entity");

        assertThat(signed("/later", FORM + "&Body=hi").body()).contains("Later: hi");

        HttpResponse<String> refused = signed("/response", FORM);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void an_endpoint_is_served_and_verified() throws Exception {
        assertThat(signed("/echo", FORM).body()).isEqualTo(FORM);
        assertThat(send("/echo", FORM, "").statusCode()).isEqualTo(403);
    }

    @Test
    void a_signature_of_something_else_is_refused() throws Exception {
        String other = TWILIO.sign(WebhookRequest.post("http://localhost:" + port + "/app/desk/sms")
                        .withBody("application/x-www-form-urlencoded", "Body=other".getBytes(StandardCharsets.UTF_8)))
                .header("X-Twilio-Signature")
                .orElseThrow();

        assertThat(send("/desk/sms", FORM + "&Body=hi", other).statusCode()).isEqualTo(403);
    }

    @Test
    void a_webhook_without_a_sender_is_a_bad_request() throws Exception {
        assertThat(signed("/desk/sms", "Body=hi").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/sms", "/plain"})
    void a_signed_query_that_is_not_utf8_is_a_bad_request(String path) throws Exception {
        HttpResponse<String> response = signed(path + "?name=%FF", FORM + "&Body=hi");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("The parameter \"name\" is not in UTF-8.");
    }

    @Test
    void other_paths_keep_the_application_s_own_login() throws Exception {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri("/page")).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(401);
    }

    @Test
    void it_knows_the_webhooks_of_a_number(@Autowired NumberWebhooks webhooks) {
        assertThat(webhooks.textPath()).isPresent();
        assertThat(webhooks.callPath()).hasValue("/surveys/coffee/voice");
    }

    @Test
    void the_files_of_a_survey_need_neither_signature_nor_login(@Autowired Surveys surveys) throws Exception {
        new SurveyFiles(uri(""), surveys).areServed();
    }

    private HttpResponse<String> signed(String path, String form) throws Exception {
        WebhookRequest signed = TWILIO.sign(WebhookRequest.post(uri(path).toString())
                .withBody("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8)));
        return send(path, form, signed.header("X-Twilio-Signature").orElseThrow());
    }

    private HttpResponse<String> send(String path, String form, String signature) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(form));
        if (!signature.isEmpty()) {
            request.header("X-Twilio-Signature", signature);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + "/app" + path);
    }
}
