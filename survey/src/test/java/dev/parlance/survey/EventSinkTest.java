package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who takes several events at once, and may take some of them. */
class EventSinkTest {
    private final Survey survey = Survey.named("tea")
            .prompts(Prompts.from(PromptSource.map(Map.of("en-US", Map.of("rate", "How was it?")))))
            .ask(Question.number("rate", 1, 5))
            .build();
    private final List<List<String>> told = new ArrayList<>();
    private final List<String> after = new ArrayList<>();

    private static String type(Published published) {
        return published.event().type().toString();
    }

    private static void text(Surveys surveys, String sid, String body) {
        surveys.textWebhook()
                .handle(WebhookRequest.post("https://hooks.example.com/sms")
                        .form("MessageSid", sid, "From", "+12025550101", "To", "+15005550100", "Body", body));
    }

    private Surveys telling(EventSink sink) {
        return Surveys.of(survey)
                .tell(events -> {
                    told.add(events.stream().map(EventSinkTest::type).toList());
                    return sink.tell(events);
                })
                .onEvents(event -> after.add(type(event)))
                .build();
    }

    @Test
    void what_was_not_taken_is_told_again_by_the_sweep_and_those_behind_hear_of_it_then() {
        Surveys surveys = telling(events -> 1);
        text(surveys, "SM0", "hi");
        text(surveys, "SM1", "4");

        assertThat(told).containsExactly(List.of("STARTED"), List.of("ANSWERED", "COMPLETED"));
        assertThat(after).containsExactly("STARTED", "ANSWERED");

        surveys.due(Instant.now().plus(Duration.ofHours(1)));

        assertThat(told).last().isEqualTo(List.of("COMPLETED"));
        assertThat(after).containsExactly("STARTED", "ANSWERED", "COMPLETED");
    }

    @Test
    void a_sink_that_fails_has_taken_nothing() {
        Surveys surveys = telling(events -> {
            throw new IllegalStateException("away");
        });

        text(surveys, "SM0", "hi");

        assertThat(after).isEmpty();
        assertThat(surveys.due(Instant.now().plus(Duration.ofHours(1))).published())
                .isZero();
        assertThat(told).contains(List.of("STARTED"), List.of("STARTED"));
    }
}
