package com.example.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.spring.SurveyListener;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.webhook.WebhookRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;

class GracefulShutdownTest {
    private static final String FORM =
            "AccountSid=AC0&From=%2B15005550006&To=%2B15005550100&MessageSid=SM0&NumMedia=0&Body=hi";

    @SpringBootApplication
    @Import(Listener.class)
    static class Application {}

    /** A listener that takes until the server has begun to shut down. */
    static class Listener implements SmartLifecycle {
        private final CountDownLatch started = new CountDownLatch(1);
        private final CountDownLatch stopping = new CountDownLatch(1);
        private final CountDownLatch finished = new CountDownLatch(1);

        @SurveyListener(SurveyEvent.Type.STARTED)
        void slow(SurveyEvent event) throws InterruptedException {
            started.countDown();
            assertThat(stopping.await(30, TimeUnit.SECONDS)).isTrue();
            finished.countDown();
        }

        @Override
        public int getPhase() {
            return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
        }

        @Override
        public boolean isRunning() {
            return stopping.getCount() > 0;
        }

        @Override
        public void start() {}

        @Override
        public void stop() {
            stopping.countDown();
        }
    }

    @Test
    void a_turn_and_its_slow_listener_finish_before_the_application_ends() throws Exception {
        ConfigurableApplicationContext application = new SpringApplication(Application.class)
                .run(
                        "--server.port=0",
                        "--parlance.twilio.account-sid=AC" + "0".repeat(32),
                        "--parlance.twilio.auth-token=" + "0".repeat(32),
                        "--parlance.surveys.in-memory=true");
        Listener listener = application.getBean(Listener.class);

        CompletableFuture<HttpResponse<String>> response = HttpClient.newHttpClient()
                .sendAsync(
                        signedText(application.getEnvironment().getRequiredProperty("local.server.port")),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(listener.started.await(30, TimeUnit.SECONDS)).isTrue();
        application.close();

        assertThat(listener.finished.getCount()).isZero();
        assertThat(response.get(30, TimeUnit.SECONDS).body()).contains("How was the coffee");
    }

    private static HttpRequest signedText(String port) {
        URI url = URI.create("http://localhost:" + port + "/surveys/coffee/text");
        WebhookRequest signed = TwilioSignature.of(Secret.of("0".repeat(32)))
                .sign(WebhookRequest.post(url.toString())
                        .withBody("application/x-www-form-urlencoded", FORM.getBytes(StandardCharsets.UTF_8)));
        return HttpRequest.newBuilder(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "X-Twilio-Signature",
                        signed.header("X-Twilio-Signature").orElseThrow())
                .POST(HttpRequest.BodyPublishers.ofString(FORM))
                .build();
    }
}
