package dev.parlance.examples.survey;

import static dev.parlance.examples.survey.AppFixture.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** What the log and the metrics have, and what they lack. */
class MonitoringTest {
    @RegisterExtension
    final AppFixture app = new AppFixture();

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void start() {
        logged.start();
        log().setLevel(Level.INFO);
        log().addAppender(logged);
    }

    @AfterEach
    void stop() {
        log().detachAppender(logged);
        log().setLevel(Level.WARN);
    }

    private static Logger log() {
        return (Logger) LoggerFactory.getLogger("dev.parlance.examples.survey");
    }

    @Test
    void metrics_contain_no_personal_data() throws Exception {
        app.anaAnswersInSpanish();

        String metrics = app.send(app.withKey("/metrics")).body();

        assertThat(metrics)
                .contains("survey_webhooks_seconds_count{status=\"200\",webhook=\"texts\"} 7")
                .contains("survey_events_total{channel=\"text\",language=\"es-MX\",type=\"completed\"} 1.0")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("5512345678");
    }

    @Test
    void the_log_contains_no_personal_data() {
        app.anaAnswersInSpanish();

        JsonEncoder encoder = new JsonEncoder();
        encoder.start();
        String log = logged.list.stream()
                .map(event -> new String(encoder.encode(event), StandardCharsets.UTF_8))
                .collect(Collectors.joining());

        assertThat(log)
                .contains("\"message\":\"survey event\"", "dev.parlance.survey.completed", "recommend")
                .doesNotContain("5512345678", "flores", app.demo().key().reveal());
    }

    @Test
    void an_invalid_survey_is_not_loaded_and_its_problem_is_logged() throws IOException {
        Path prompts = app.folder().resolve("prompts/es-MX.env");
        Files.writeString(prompts, Files.readString(prompts).replace("agent=", "agnet="));

        app.demo().doPeriodicWork();

        assertThat(logged.list)
                .filteredOn(event -> event.getLevel() == Level.WARN)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage()).contains("es-MX.env", "agent"));
        app.demo().phone(ANA).texts("hola").receives("¡Hola! Cinco preguntas");
    }

    @Test
    void closing_stops_the_server() {
        app.demo().phone(ANA).texts("hola").texts("3").texts("5");
        app.demo().closeApp();

        assertThatThrownBy(() -> app.send(app.at("/health"))).isInstanceOf(ConnectException.class);
        assertThat(logged.list).extracting(ILoggingEvent::getMessage).contains("stopped");
    }
}
