package dev.parlance.survey.events;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.EventSink;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.webhook.WebhookRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A survey about tea with two questions. */
final class Tea {
    static final String ANA = "+15005550006";
    static final String BEN = "+15005550009";

    private Tea() {}

    static Survey survey() {
        return Survey.builder("tea")
                .prompts(Prompts.of(Map.of("en-US", Map.of("taste", "How was it?", "again", "Again?"))))
                .ask(Question.number("taste", 1, 5), Question.yesNo("again"))
                .build();
    }

    static Surveys surveys(EventSink sink, Clock clock) {
        return Surveys.builder(survey())
                .clock(clock)
                .eventSink(sink)
                .listenerExecutor(Runnable::run)
                .build();
    }

    /** Takes the whole survey: four events. */
    static void takenBy(String person, Surveys surveys) {
        text(person, surveys, "hi");
        text(person, surveys, "4");
        text(person, surveys, "yes");
    }

    static void text(String person, Surveys surveys, String body) {
        surveys.textWebhook()
                .respond(WebhookRequest.post("https://hooks.example.com/sms")
                        .withForm("MessageSid", "SM" + body, "From", person, "To", "+15005550100", "Body", body));
    }

    /** The four events of a session. */
    static List<SurveyEvent> events(Clock clock) {
        List<SurveyEvent> events = new ArrayList<>();
        takenBy(
                ANA,
                surveys(
                        some -> {
                            events.addAll(some);
                            return some.size();
                        },
                        clock));
        return events;
    }
}
