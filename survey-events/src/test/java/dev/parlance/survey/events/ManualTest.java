package dev.parlance.survey.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.MovableClock;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.StandardWebhooksSignature;
import dev.parlance.settings.Secret;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** The code of docs/EVENTS.md. */
class ManualTest {
    private final Survey survey = Tea.survey();
    private final Secret secret = key(1);

    private static Secret key(int firstByte) {
        byte[] key = new byte[24];
        key[0] = (byte) firstByte;
        return Secret.of("whsec_" + Base64.getEncoder().encodeToString(key));
    }

    @Test
    void over_http() {
        // snippet: receive
        Map<String, String> crm = new ConcurrentHashMap<>(); // in a database: a table with the id as its key

        WebhookHandler receiver = SignedWebhooks.verifiedBy(StandardWebhooksSignature.of(secret))
                .handler(event -> {
                    crm.put(event.header("webhook-id").orElseThrow(), event.bodyText());
                    return WebhookResponse.noContent();
                });
        // end

        try (WebhookServer server = WebhookServer.start(0, receiver)) {
            URI url = server.url();

            // snippet: http
            Surveys surveys = Surveys.builder(survey)
                    .eventSink(HttpEvents.to(HttpClient.newHttpClient(), url, secret))
                    .build();
            // end

            Tea.takenBy(Tea.ANA, surveys);
            surveys.close();
        }
        assertThat(crm).hasSize(4);
        assertThat(crm.values()).anyMatch(event -> event.contains("dev.parlance.survey.completed"));
    }

    @Test
    void dead_letters() {
        List<String> archive = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        Secret current = secret;
        Secret previous = key(2);

        try (WebhookServer server =
                WebhookServer.start(0, request -> WebhookResponse.text("").withStatus(410))) {
            URI url = server.url();

            // snippet: dead-letters
            HttpEvents events = HttpEvents.to(client, url, current, previous) // both sign, during a rotation
                    .withMaxAge(Duration.ofDays(1))
                    .withDeadLetters(letter ->
                            archive.add(letter.reason() + " " + letter.event().cloudEvent()));
            // end

            assertThat(events.publish(Tea.events(MovableClock.at(Instant.EPOCH))))
                    .isEqualTo(4);
        }
        assertThat(archive).hasSize(4).allMatch(letter -> letter.startsWith("HTTP 410 {"));
    }

    @Test
    void to_kafka() {
        try (MockProducer<String, String> producer =
                new MockProducer<>(true, null, new StringSerializer(), new StringSerializer())) {

            // snippet: kafka
            Surveys surveys = Surveys.builder(survey)
                    .eventSink(KafkaEvents.to(producer, "surveys"))
                    .build();
            // end

            Tea.takenBy(Tea.ANA, surveys);
            surveys.close();

            assertThat(producer.history()).hasSize(4);
        }
    }
}
