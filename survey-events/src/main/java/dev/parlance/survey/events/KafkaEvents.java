package dev.parlance.survey.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.internal.Sha256;
import dev.parlance.survey.EventSink;
import dev.parlance.survey.session.SurveyEvent;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Sends survey events to a Kafka topic as CloudEvents, through your producer: at least once, in order per session.
 *
 * <pre>{@code
 * Map<String, Object> properties = Map.of("bootstrap.servers", "kafka.example.com:9092", "max.block.ms", 5_000);
 * Producer<String, String> producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
 * Surveys surveys = Surveys.builder(survey).eventSink(KafkaEvents.to(producer, "surveys")).build();
 * }</pre>
 *
 * <p>A record is a CloudEvent in the structured mode of CloudEvents' Kafka binding. Its key is a hash of the survey and the
 * person, so the events of a session are in one partition. An event is sent once the one before it is acknowledged. If one is not,
 * later turns and {@code runDue} send it again. Set {@code acks=all} and leave {@code enable.idempotence} on, as they are by
 * default; a {@code max.block.ms} of a few seconds keeps an outage from delaying {@code runDue}. Thread-safe.
 */
public final class KafkaEvents implements EventSink {
    private static final System.Logger LOG = System.getLogger(KafkaEvents.class.getName());
    private static final byte[] CLOUD_EVENT = "application/cloudevents+json; charset=UTF-8".getBytes(UTF_8);
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);
    private static final int KEY_LENGTH = 32;

    private final Producer<String, String> producer;
    private final String topic;
    private final Duration timeout;
    private final Clock clock;
    private final Pause pause;

    private KafkaEvents(Producer<String, String> producer, String topic, Duration timeout, Clock clock) {
        this.producer = producer;
        this.topic = topic;
        this.timeout = timeout;
        this.clock = clock;
        this.pause = new Pause(clock);
    }

    /** Sends events to this topic. The producer is not closed. */
    public static KafkaEvents to(Producer<String, String> producer, String topic) {
        return new KafkaEvents(producer, topic, DEFAULT_TIMEOUT, Clock.systemUTC());
    }

    /** Sets how long to wait until a record is acknowledged. Default: 15 seconds. */
    public KafkaEvents withTimeout(Duration newTimeout) {
        return new KafkaEvents(producer, topic, newTimeout, clock);
    }

    /** Uses another clock. */
    public KafkaEvents withClock(Clock newClock) {
        return new KafkaEvents(producer, topic, timeout, newClock);
    }

    @Override
    public int publish(List<SurveyEvent> events) {
        int acknowledged = 0;
        while (acknowledged < events.size() && isAcknowledged(events.get(acknowledged))) {
            acknowledged++;
        }
        return acknowledged;
    }

    private boolean isAcknowledged(SurveyEvent event) {
        if (pause.isOn()) {
            return false;
        }
        try {
            producer.send(record(event)).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            pause.reset();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return postpone(e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return postpone(e);
        }
    }

    private boolean postpone(Exception failure) {
        pause.start(Duration.ZERO);
        LOG.log(
                Level.WARNING,
                "Kafka did not acknowledge an event for " + topic + ". It is sent again later.",
                failure);
        return false;
    }

    private ProducerRecord<String, String> record(SurveyEvent event) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key(event), event.cloudEvent());
        record.headers().add("content-type", CLOUD_EVENT);
        return record;
    }

    /** The same for all events of a session. Not the address, because keys outlive records in a compacted topic. */
    private static String key(SurveyEvent event) {
        String session =
                event.session().survey() + "\n" + event.session().respondent().value();
        return Sha256.hex(session).substring(0, KEY_LENGTH);
    }
}
