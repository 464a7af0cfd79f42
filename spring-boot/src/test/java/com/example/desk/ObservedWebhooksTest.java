package com.example.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.TextMessage;
import dev.parlance.settings.AccountSettings;
import dev.parlance.spring.SurveyListener;
import dev.parlance.spring.TwilioConnectionDetails;
import dev.parlance.spring.TwilioWebhook;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"parlance.surveys.in-memory=true", "parlance.twilio.phone-number=+15005550100"})
class ObservedWebhooksTest {
    private static final String OURS = "+15005550100";
    private static final String ANA = "+5215512345678";

    @Autowired
    FakeTwilio twilio;

    @Autowired
    Finished finished;

    @LocalServerPort
    int port;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @SpringBootApplication
    @Import(Desk.class)
    static class Application {
        @Bean(destroyMethod = "close")
        FakeTwilio fakeTwilio() {
            return FakeTwilio.start();
        }

        @Bean
        TwilioConnectionDetails fake(FakeTwilio twilio) {
            twilio.number(OURS);
            return new TwilioConnectionDetails() {
                @Override
                public AccountSettings account() {
                    return twilio.settings();
                }

                @Override
                public Optional<URI> baseUrl() {
                    return Optional.of(twilio.url());
                }

                @Override
                public Clock clock() {
                    return twilio.clock();
                }
            };
        }

        @Bean
        Finished finished() {
            return new Finished();
        }

        @Bean
        TestObservationRegistry registry() {
            return TestObservationRegistry.create();
        }
    }

    /** The observations that have ended. */
    static class Finished implements ObservationHandler<Observation.Context> {
        private final BlockingQueue<Observation.Context> contexts = new LinkedBlockingQueue<>();

        @Override
        public boolean supportsContext(Observation.Context context) {
            return String.valueOf(context.getName()).startsWith("parlance.");
        }

        @Override
        public void onStop(Observation.Context context) {
            contexts.add(context);
        }

        /** Waits for the next one: the server ends it after the response is sent. */
        Observation.Context next() throws InterruptedException {
            Observation.Context next = contexts.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("an observation").isNotNull();
            return next;
        }
    }

    @Controller
    static class Desk {
        private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Desk.class);
        private final TwilioAccount account;

        Desk(TwilioAccount account) {
            this.account = account;
        }

        @TwilioWebhook("/sms")
        MessageTwiml text(IncomingMessage message) {
            account.send(TextMessage.to(Address.of("+15005550111"), "Somebody wrote"));
            return MessageTwiml.reply("Hello");
        }

        @TwilioWebhook("/later")
        CompletableFuture<MessageTwiml> later(IncomingMessage message) {
            return CompletableFuture.supplyAsync(() -> MessageTwiml.reply("Later"));
        }

        @TwilioWebhook("/broken")
        MessageTwiml broken(IncomingMessage message) {
            throw new IllegalStateException("broken");
        }

        @SurveyListener(SurveyEvent.Type.STARTED)
        void started(SurveyEvent event) {
            LOG.info("Somebody started");
        }
    }

    @BeforeEach
    void listen() {
        twilio.reset();
        twilio.number(OURS);
        finished.contexts.clear();
        lines.start();
        logger().addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(lines);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private static Map<String, String> keys(Observation.Context context) {
        return context.getLowCardinalityKeyValues().stream()
                .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
    }

    private void texts(String path) {
        texts(ANA, path);
    }

    private void texts(String person, String path) {
        twilio.number(OURS).onText("http://localhost:" + port + path);
        twilio.phone(person).texts("hi");
    }

    private static boolean isWithin(Observation.ContextView inner, Observation.ContextView outer) {
        ObservationView parent = inner.getParentObservation();
        return parent != null && (parent.getContextView() == outer || isWithin(parent.getContextView(), outer));
    }

    @Test
    void a_text_sent_by_a_controller_is_a_child_of_its_webhook() throws Exception {
        texts("/sms");

        Observation.Context send = finished.next();
        Observation.Context webhook = finished.next();
        assertThat(send.getName()).isEqualTo("parlance.send");
        assertThat(keys(send))
                .isEqualTo(Map.of("channel", "phone", "outcome", "success", "reason", "none", "code", "none"));
        assertThat(isWithin(send, webhook)).isTrue();
        assertThat(keys(webhook))
                .isEqualTo(Map.of("kind", "text", "channel", "phone", "outcome", "success", "refusal", "none"));
    }

    @Test
    void a_text_is_one_line_of_the_log_with_the_message_that_caused_it() throws Exception {
        texts("/sms");
        finished.next();

        List<ILoggingEvent> sends = List.copyOf(lines.list).stream()
                .filter(line -> line.getLoggerName().equals("dev.parlance.send"))
                .toList();
        assertThat(sends).hasSize(1);
        assertThat(sends.get(0).getFormattedMessage())
                .startsWith("Sent a text of 14 characters to +")
                .doesNotContain("15005550111", "Somebody");
        assertThat(sends.get(0).getMDCPropertyMap().get("messageSid")).startsWith("SM");
    }

    @Test
    void an_asynchronous_answer_is_observed_until_its_end() throws Exception {
        texts("/later");

        assertThat(keys(finished.next())).containsEntry("outcome", "success");
        assertThat(finished.contexts).isEmpty();
    }

    @Test
    void a_controller_that_fails_is_an_error() throws Exception {
        texts("/broken");

        Observation.Context webhook = finished.next();
        assertThat(keys(webhook)).containsEntry("outcome", "error");
        assertThat(webhook.getError()).hasStackTraceContaining("IllegalStateException: broken");
    }

    @Test
    void a_refused_webhook_is_counted_with_its_reason() throws Exception {
        HttpRequest forged = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sms"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("From=%2B15005550006&Body=hi"))
                .build();
        HttpClient.newHttpClient().send(forged, HttpResponse.BodyHandlers.discarding());

        assertThat(keys(finished.next())).containsEntry("refusal", "missing-signature");
        assertThat(finished.contexts).isEmpty();
    }

    @Test
    void a_turn_of_a_survey_is_within_its_webhook_and_has_its_events() throws Exception {
        texts("+15005550007", "/surveys/coffee/text");

        Map<String, Observation.Context> byName = Stream.of(finished.next(), finished.next(), finished.next())
                .collect(Collectors.toMap(Observation.Context::getName, Function.identity()));
        Observation.Context event = byName.get("parlance.event");
        Observation.Context turn = byName.get("parlance.survey.turn");
        Observation.Context webhook = byName.get("parlance.webhook");
        assertThat(keys(event)).isEqualTo(Map.of("type", "started", "outcome", "success"));
        assertThat(keys(turn)).isEqualTo(Map.of("survey", "coffee", "channel", "text", "outcome", "success"));
        assertThat(isWithin(event, turn)).isTrue();
        assertThat(isWithin(turn, webhook)).isTrue();
    }

    @Test
    void log_lines_of_a_turn_have_the_survey_and_the_session() throws Exception {
        texts("+15005550008", "/surveys/coffee/text");
        finished.next();
        finished.next();
        finished.next();

        Map<String, String> context = List.copyOf(lines.list).stream()
                .filter(line -> line.getMessage().equals("Somebody started"))
                .findFirst()
                .orElseThrow()
                .getMDCPropertyMap();
        assertThat(context).containsEntry("survey", "coffee").containsKey("messageSid");
        assertThat(context.get("session")).matches("[0-9a-f]{32}");
    }

    @Test
    void health_shows_the_store_the_token_and_the_last_webhook(@Autowired HealthEndpoint health) {
        texts("/sms");

        assertThat(health.healthForPath("surveyStore").getStatus().getCode()).isEqualTo("UP");
        assertThat(health.healthForPath("twilio"))
                .isInstanceOfSatisfying(
                        IndicatedHealthDescriptor.class,
                        twilioHealth -> assertThat(twilioHealth.getDetails())
                                .containsEntry("authToken", "present")
                                .hasEntrySatisfying(
                                        "lastWebhook",
                                        time -> assertThat(Instant.parse((String) time))
                                                .isAfter(Instant.EPOCH)));
    }
}
