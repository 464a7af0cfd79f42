package dev.parlance.survey.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fake.MovableClock;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.session.SurveyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events in a real broker. */
class KafkaEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] WHOLE_SURVEY = {"started", "answered", "answered", "completed"};

    @TempDir
    static Path folder;

    private static KafkaBroker broker;

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-03-01T12:00:00Z"));

    @BeforeAll
    static void start() throws Exception {
        broker = new KafkaBroker(folder.resolve("shared"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static JsonNode event(ConsumerRecord<String, String> record) {
        try {
            return JSON.readTree(record.value());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> types(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .map(record -> event(record).path("type").asText())
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .toList();
    }

    @Test
    void a_record_is_a_cloud_event_whose_key_names_no_person() throws Exception {
        broker.createTopic("format", 1);
        try (Producer<String, String> producer = broker.producer()) {
            assertThat(KafkaEvents.to(producer, "format").publish(Tea.events(clock)))
                    .isEqualTo(4);
        }

        List<ConsumerRecord<String, String>> records = broker.records("format", 1, 4);
        assertThat(types(records)).containsExactly(WHOLE_SURVEY);
        assertThat(records).allSatisfy(record -> {
            assertThat(event(record).path("specversion").asText()).isEqualTo("1.0");
            assertThat(record.headers().lastHeader("content-type").value())
                    .isEqualTo("application/cloudevents+json; charset=UTF-8".getBytes(UTF_8));
            assertThat(record.key()).hasSize(32).doesNotContain(Tea.ANA.substring(1));
        });
    }

    @Test
    void the_events_of_each_session_are_in_one_partition_in_order() throws Exception {
        int people = 12;
        broker.createTopic("order", 3);
        try (Producer<String, String> producer = broker.producer()) {
            Surveys surveys = Tea.surveys(KafkaEvents.to(producer, "order"), clock);
            IntStream.range(0, people)
                    .parallel()
                    .forEach(person -> Tea.takenBy("+1500555%04d".formatted(person), surveys));
        }

        List<ConsumerRecord<String, String>> records = broker.records("order", 3, people * 4);
        Map<String, List<ConsumerRecord<String, String>>> bySession =
                records.stream().collect(Collectors.groupingBy(ConsumerRecord::key, TreeMap::new, Collectors.toList()));
        assertThat(bySession).hasSize(people);
        assertThat(bySession.values()).allSatisfy(session -> {
            assertThat(types(session)).containsExactly(WHOLE_SURVEY);
            assertThat(session.stream().map(ConsumerRecord::partition).distinct())
                    .hasSize(1);
        });
        assertThat(records.stream().map(ConsumerRecord::partition).distinct()).hasSizeGreaterThan(1);
    }

    @Test
    void the_events_of_an_outage_arrive_in_order_once_the_broker_is_back() throws Exception {
        try (KafkaBroker restarted = new KafkaBroker(folder.resolve("restarted"));
                Producer<String, String> producer = restarted.producer()) {
            restarted.createTopic("outage", 1);
            KafkaEvents sink =
                    KafkaEvents.to(producer, "outage").withClock(clock).withTimeout(Duration.ofSeconds(3));
            Surveys surveys = Tea.surveys(sink, clock);
            Tea.text(Tea.ANA, surveys, "hi");
            restarted.stop();
            Tea.text(Tea.ANA, surveys, "4");
            Tea.text(Tea.ANA, surveys, "yes");
            clock.advance(Duration.ofMinutes(1));
            assertThat(surveys.runDue().published()).isZero();

            restarted.restart();
            clock.advance(Duration.ofMinutes(2));
            assertThat(surveys.runDue().published()).isEqualTo(3);

            List<ConsumerRecord<String, String>> records = restarted.records("outage", 1, 4);
            assertThat(types(records).stream().distinct()).containsExactly("started", "answered", "completed");
            assertThat(records.stream()
                            .map(record -> event(record).path("id").asText())
                            .distinct())
                    .hasSize(4);
        }
    }

    @Test
    void an_event_that_is_not_acknowledged_holds_back_those_after_it() throws Exception {
        try (Producer<String, String> producer = broker.producer()) {
            KafkaEvents sink = KafkaEvents.to(producer, "missing").withClock(clock);
            List<SurveyEvent> events = Tea.events(clock);
            assertThat(sink.publish(events)).isZero();

            broker.createTopic("missing", 1);
            assertThat(sink.publish(events)).as("during the pause").isZero();
            clock.advance(Duration.ofSeconds(1));
            assertThat(sink.publish(events)).isEqualTo(4);
        }

        assertThat(types(broker.records("missing", 1, 4))).containsExactly(WHOLE_SURVEY);
    }
}
