package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Event sinks, which receive batches and can accept some of the events. */
class EventSinkTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Survey survey = Survey.builder("tea")
            .prompts(Prompts.from(PromptSource.map(Map.of("en-US", Map.of("rate", "How was it?")))))
            .ask(Question.number("rate", 1, 5))
            .build();
    private final List<List<String>> received = new ArrayList<>();
    private final List<String> receivedNext = new ArrayList<>();

    private static String type(SurveyEvent event) {
        return event.type().toString();
    }

    private static void text(Surveys surveys, String sid, String body) {
        surveys.textWebhook()
                .handle(WebhookRequest.post("https://hooks.example.com/sms")
                        .withForm("MessageSid", sid, "From", "+12025550101", "To", "+15005550100", "Body", body));
    }

    private Surveys surveysWith(EventSink sink) {
        return surveysWith(DocumentStore.inMemory(), sink);
    }

    private Surveys surveysWith(DocumentStore store, EventSink sink) {
        return Surveys.builder(survey)
                .store(store)
                .clock(twilio.clock())
                .listenerExecutor(Runnable::run)
                .eventSink(events -> {
                    received.add(events.stream().map(EventSinkTest::type).toList());
                    return sink.publish(events);
                })
                .onAnyEvent(event -> receivedNext.add(type(event)))
                .build();
    }

    @Test
    void run_due_delivers_rejected_events_again_and_only_to_the_sink_that_rejected_them() {
        Surveys surveys = surveysWith(events -> 1);
        text(surveys, "SM0", "hi");
        text(surveys, "SM1", "4");

        assertThat(received).containsExactly(List.of("STARTED"), List.of("ANSWERED", "COMPLETED"));
        assertThat(receivedNext).containsExactly("STARTED", "ANSWERED", "COMPLETED");

        twilio.advance(Duration.ofHours(1));
        surveys.runDue();

        assertThat(received).last().isEqualTo(List.of("COMPLETED"));
        assertThat(receivedNext).containsExactly("STARTED", "ANSWERED", "COMPLETED");
    }

    @Test
    void a_sink_that_throws_has_accepted_nothing_and_holds_up_nobody() {
        Surveys surveys = surveysWith(events -> {
            throw new IllegalStateException("away");
        });

        text(surveys, "SM0", "hi");
        text(surveys, "SM1", "4");

        assertThat(receivedNext).containsExactly("STARTED", "ANSWERED", "COMPLETED");
        twilio.advance(Duration.ofHours(1));
        assertThat(surveys.runDue().published()).isZero();
        assertThat(received).last().isEqualTo(List.of("STARTED", "ANSWERED", "COMPLETED"));
        assertThat(receivedNext).hasSize(3);
    }

    @Test
    void another_node_delivers_to_all_sinks_what_the_first_node_could_not() {
        DocumentStore store = DocumentStore.inMemory();
        Surveys first = surveysWith(store, events -> 0);
        text(first, "SM0", "hi");
        assertThat(receivedNext).containsExactly("STARTED");

        twilio.advance(Duration.ofHours(1));
        surveysWith(store, List::size).runDue();
        twilio.advance(Duration.ofHours(1));
        first.runDue();

        assertThat(receivedNext).containsExactly("STARTED", "STARTED");
    }

    @Test
    void a_sink_can_get_events_of_some_types_only() {
        List<List<String>> finished = new ArrayList<>();
        EventSink onlyFinished = ((EventSink) events -> {
                    finished.add(events.stream().map(EventSinkTest::type).toList());
                    return finished.size() == 1 ? 0 : events.size();
                })
                .only(SurveyEvent.Type.COMPLETED, SurveyEvent.Type.ABANDONED);
        Surveys surveys = surveysWith(onlyFinished);
        text(surveys, "SM0", "hi");
        assertThat(finished).isEmpty();

        text(surveys, "SM1", "4");
        twilio.advance(Duration.ofHours(1));
        surveys.runDue();

        assertThat(finished).containsExactly(List.of("COMPLETED"), List.of("COMPLETED"));
        assertThat(received).last().isEqualTo(List.of("COMPLETED"));
    }

    /** The minutes, up to this one, at which the sink received events. {@code runDue} runs every minute. */
    private List<Integer> minutesOfDeliveries(Surveys surveys, int minutes) {
        List<Integer> deliveries = new ArrayList<>();
        for (int minute = 1; minute <= minutes; minute++) {
            int before = received.size();
            twilio.advance(Duration.ofMinutes(1));
            surveys.runDue();
            if (received.size() > before) {
                deliveries.add(minute);
            }
        }
        return deliveries;
    }

    @Test
    void pauses_between_deliveries_grow_to_half_an_hour() {
        Surveys surveys = surveysWith(events -> 0);
        text(surveys, "SM0", "hi");

        assertThat(minutesOfDeliveries(surveys, 130)).containsExactly(1, 3, 7, 15, 31, 61, 91, 121);
    }

    @Test
    void pauses_are_short_again_once_the_sink_accepts_an_event() {
        AtomicBoolean isAway = new AtomicBoolean(true);
        Surveys surveys = surveysWith(events -> isAway.get() ? 0 : 1);
        text(surveys, "SM0", "hi");
        text(surveys, "SM1", "4");
        assertThat(minutesOfDeliveries(surveys, 8)).containsExactly(1, 3, 7);

        isAway.set(false);
        assertThat(minutesOfDeliveries(surveys, 10)).containsExactly(7, 8, 9);
        assertThat(receivedNext).containsExactly("STARTED", "ANSWERED", "COMPLETED");
    }
}
