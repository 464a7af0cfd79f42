package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Receivers recognize repeated events by their ids. */
class EventIdTest {
    private static final String PERSON = "+12025550101";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final DocumentStore store = DocumentStore.inMemory();
    private final List<String> ids = new ArrayList<>();

    private Surveys surveys(String name, EventSink sink) {
        Survey survey = Survey.builder(name)
                .prompts(Prompts.of(Map.of("en-US", Map.of("rate", "How was it?"))))
                .ask(Question.number("rate", 1, 5))
                .build();
        return Surveys.builder(survey)
                .store(store)
                .clock(twilio.clock())
                .listenerExecutor(Runnable::run)
                .eventSink(events -> {
                    events.forEach(event -> ids.add(event.id()));
                    return sink.publish(events);
                })
                .build();
    }

    private static void text(Surveys surveys, String sid) {
        surveys.textWebhook()
                .respond(WebhookRequest.post("https://hooks.example.com/sms")
                        .withForm("MessageSid", sid, "From", PERSON, "To", "+15005550100", "Body", "hi"));
    }

    @Test
    void an_event_keeps_its_id_when_it_is_delivered_again() {
        Surveys surveys = surveys("tea", events -> 0);
        text(surveys, "SM0");
        twilio.advance(Duration.ofMinutes(1));
        surveys.runDue();

        assertThat(ids).hasSize(2);
        assertThat(ids.get(1)).isEqualTo(ids.get(0)).doesNotContain("5550101").endsWith("-1");
    }

    @Test
    void two_surveys_with_one_person_have_different_ids() {
        text(surveys("tea", List::size), "SM0");
        text(surveys("coffee", List::size), "SM1");

        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void a_person_who_was_forgotten_gets_new_ids() {
        Surveys surveys = surveys("tea", List::size);
        text(surveys, "SM0");
        surveys.forget(Address.of(PERSON));
        twilio.advance(Duration.ofMinutes(1));
        text(surveys, "SM1");

        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    }
}
