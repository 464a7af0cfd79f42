package dev.parlance.aws;

import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.webhook.WebhookRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A survey about tea with any number of questions. */
public final class Tea {
    private Tea() {}

    public static Survey survey(int questions) {
        Map<String, String> texts = new TreeMap<>(Map.of("goodbye", "Goodbye!"));
        IntStream.rangeClosed(1, questions).forEach(i -> texts.put("q" + i, "Question " + i + "?"));
        return Survey.builder("tea")
                .prompts(Prompts.from(PromptSource.map(Map.of("en-US", texts))))
                .ask(IntStream.rangeClosed(1, questions)
                        .mapToObj(i -> Question.number("q" + i, 0, 999))
                        .toArray(Question[]::new))
                .build();
    }

    /** Returns the reply to a text. */
    public static String text(Surveys surveys, String from, String sid, String body) {
        return surveys.textWebhook()
                .respond(WebhookRequest.post("https://hooks.example.com/sms")
                        .withForm("MessageSid", sid, "From", from, "To", "+15005550100", "Body", body))
                .bodyText();
    }
}
