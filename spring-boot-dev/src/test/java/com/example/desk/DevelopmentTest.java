package com.example.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.spring.SurveyListener;
import dev.parlance.spring.TwilioWebhook;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.IncomingMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DevelopmentTest {
    @Autowired
    FakeTwilio twilio;

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @SpringBootApplication
    @Import(Desk.class)
    static class Application {}

    @Controller
    static class Desk {
        final BlockingQueue<SurveyEvent> completed = new LinkedBlockingQueue<>();

        @TwilioWebhook("/sms")
        MessageTwiml text(IncomingMessage message) {
            return MessageTwiml.reply("You said: " + message.body());
        }

        @TwilioWebhook("/voice")
        VoiceTwiml call(IncomingCall call) {
            return VoiceTwiml.create().say("Hello").hangup();
        }

        @SurveyListener(SurveyEvent.Type.COMPLETED)
        void done(SurveyEvent event) {
            completed.add(event);
        }
    }

    @Test
    void the_fake_answers_for_twilio_without_any_configuration(@Autowired TwilioAccount account) {
        twilio.phone("+15005550006").textsTo("+15005550100", "hello").receives("You said: hello");
        twilio.phone("+15005550006").calls("+15005550100").hears("Hello");

        assertThat(account.settings().accountSid()).isEqualTo(twilio.accountSid());
    }

    @Test
    void a_survey_in_a_folder_has_webhooks_and_listeners() throws Exception {
        twilio.number("+15005550111").onText("http://localhost:" + port + "/surveys/coffee/text");

        twilio.phone("+15005550007").textsTo("+15005550111", "hi").receives("How was the coffee");
        twilio.phone("+15005550007").textsTo("+15005550111", "4").receives("again?");
        twilio.phone("+15005550007").textsTo("+15005550111", "yes").receives("Thank");

        assertThat(desk.completed.poll(30, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void a_request_that_twilio_did_not_sign_is_refused() throws Exception {
        assertThat(post("/sms")).isEqualTo(403);
        assertThat(post("/surveys/coffee/text")).isEqualTo(403);
    }

    @Test
    void the_page_with_phones_is_at_parlance() throws Exception {
        assertThat(get("/parlance/")).contains("simulator.js");
        assertThat(get("/parlance/simulator.js")).contains("api/state");
        assertThat(get("/parlance")).contains("simulator.js");
    }

    private int post(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("From=%2B15005550006&Body=hi"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private String get(String path) throws Exception {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
