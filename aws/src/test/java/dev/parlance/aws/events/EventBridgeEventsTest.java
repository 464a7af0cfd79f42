package dev.parlance.aws.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.aws.Clients;
import dev.parlance.aws.Tea;
import dev.parlance.fake.aws.FakeAws;
import dev.parlance.fake.aws.PublishedEvent;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.store.DocumentStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

class EventBridgeEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANA = "+15005550006";

    private final FakeAws aws = FakeAws.start();
    private final EventBridgeClient client =
            Clients.local(EventBridgeClient.builder(), aws.url()).build();
    private final EventBridgeEvents events = EventBridgeEvents.to(client, "surveys");
    private final Survey survey = Tea.survey(2);

    @AfterEach
    void stop() {
        client.close();
        aws.close();
    }

    private List<String> types() {
        return aws.events().stream()
                .map(PublishedEvent::detailType)
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .toList();
    }

    /** The events of a session, without a bus. */
    private List<SurveyEvent> published(int answers) {
        List<SurveyEvent> all = new ArrayList<>();
        Surveys surveys = Surveys.builder(Tea.survey(answers))
                .inMemory()
                .onAnyEvent(all::add)
                .listenerExecutor(Runnable::run)
                .build();
        IntStream.rangeClosed(0, answers).forEach(text -> Tea.text(surveys, ANA, "SM" + text, "4"));
        return all;
    }

    @Test
    void events_are_sent_as_cloud_events() throws IOException {
        Surveys surveys = Surveys.builder(survey)
                .inMemory()
                .eventSink(events)
                .listenerExecutor(Runnable::run)
                .build();

        Tea.text(surveys, ANA, "SM0", "hi");
        Tea.text(surveys, ANA, "SM1", "4");
        Tea.text(surveys, ANA, "SM2", "5");

        assertThat(types()).containsExactly("started", "answered", "answered", "completed");
        JsonNode detail = JSON.readTree(aws.events().get(1).detail());
        assertThat(aws.events().get(1).source()).isEqualTo("parlance.surveys.tea");
        assertThat(aws.events().get(1).bus()).isEqualTo("surveys");
        assertThat(detail.path("specversion").asText()).isEqualTo("1.0");
        assertThat(detail.at("/data/answer/value/0").asText()).isEqualTo("4");
    }

    @Test
    void the_last_event_in_the_templates_format_has_the_results() throws IOException {
        Surveys surveys = Surveys.builder(survey)
                .inMemory()
                .eventSink(events.withTemplateFormat(survey))
                .listenerExecutor(Runnable::run)
                .build();

        Tea.text(surveys, ANA, "SM0", "hi");
        Tea.text(surveys, ANA, "SM1", "4");
        Tea.text(surveys, ANA, "SM2", "5");

        List<PublishedEvent> sent = aws.events();
        assertThat(sent)
                .allMatch(event -> event.source().equals("custom.twilioSurveyApp")
                        && event.detailType().equals("surveystate"));
        JsonNode answered = JSON.readTree(sent.get(1).detail());
        JsonNode end = JSON.readTree(sent.get(3).detail());
        assertThat(answered.path("currentState").asText()).isEqualTo("question_wait");
        assertThat(answered.path("messageBody").asText()).isEqualTo("4");
        assertThat(end.path("currentState").asText()).isEqualTo("post-survey-results");
        assertThat(end.at("/resultsObject/surveyTo").asText()).isEqualTo("15005550006");
        assertThat(end.at("/resultsObject/questions")).hasSize(2);
        assertThat(end.at("/postBody/From").asText()).isEqualTo(ANA);
        assertThat(answered.at("/postBody/MessageSid").asText()).isEqualTo("SM1");
        assertThat(answered.at("/postBody/Body").asText()).isEqualTo("4");
        assertThat(answered.at("/postBody/To").asText()).isEqualTo("+15005550100");
        assertThat(JSON.readTree(sent.get(2).detail()).path("currentState").asText())
                .isEqualTo("question_wait");
    }

    @Test
    void an_opt_out_in_the_templates_format_is_not_a_post_survey_event() throws IOException {
        Surveys surveys = Surveys.builder(survey)
                .inMemory()
                .eventSink(events.withTemplateFormat(survey))
                .listenerExecutor(Runnable::run)
                .build();

        Tea.text(surveys, ANA, "SM0", "hi");
        Tea.text(surveys, ANA, "SM1", "STOP");

        JsonNode end = JSON.readTree(aws.events().get(1).detail());
        assertThat(end.path("currentState").asText()).isEqualTo("opted-out");
        assertThat(end.at("/resultsObject/currentState").asText()).isEqualTo("question_wait");
    }

    @Test
    void events_are_sent_in_order_ten_per_request() {
        List<SurveyEvent> many = published(23);

        assertThat(events.publish(many)).isEqualTo(25);

        assertThat(aws.requests("PutEvents")).isEqualTo(3);
        assertThat(aws.events()).hasSize(25);
        assertThat(types()).startsWith("started").endsWith("answered", "completed");
    }

    @Test
    void an_entry_that_is_rejected_once_is_retried_alone_at_once() {
        aws.refuseEntries(1, 1, 3);

        assertThat(events.publish(published(3))).isEqualTo(5);

        assertThat(aws.requests("PutEvents")).isEqualTo(2);
        assertThat(types()).containsExactly("started", "answered", "completed", "answered", "answered");
    }

    @Test
    void an_entry_that_stays_rejected_is_sent_again_later_with_all_that_follow() {
        List<SurveyEvent> published = published(3);
        aws.refuseEntries(2, 0);

        assertThat(events.publish(published.subList(2, 5))).isZero();
        assertThat(events.publish(published.subList(2, 5))).isEqualTo(3);
    }

    @Test
    void the_next_run_sends_the_events_of_an_outage_once_the_bus_is_back() throws IOException {
        DocumentStore store = DocumentStore.inMemory();
        Surveys surveys = Surveys.builder(survey)
                .store(store)
                .eventSink(events)
                .listenerExecutor(Runnable::run)
                .build();
        for (int i = 0; i < 4; i++) { // one request and the client's retries
            aws.failNext("PutEvents", 500, "InternalException");
        }
        assertThat(Tea.text(surveys, ANA, "SM0", "hi")).contains("Question 1");
        assertThat(aws.events()).isEmpty();

        Surveys later = Surveys.builder(survey)
                .store(store)
                .eventSink(events)
                .listenerExecutor(Runnable::run)
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))
                .build();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new DueSurveysHandler(() -> later).handleRequest(new ByteArrayInputStream(new byte[0]), answer, null);

        assertThat(answer.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"begun\":0,\"reminded\":0,\"expired\":0,\"published\":1,\"failed\":0}");
        assertThat(types()).containsExactly("started");
    }
}
