package dev.parlance.survey;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.CallPolicy;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyBuilder;
import dev.parlance.survey.definition.Timing;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Question;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;

/** A small survey for tests. */
final class Coffee {
    static final Prompts PROMPTS = Prompts.of(Map.of(
            "en",
            Map.of(
                    "language",
                    "en-US",
                    "voice",
                    "Polly.Joanna",
                    "taste",
                    "How was the coffee, 1 to 5?",
                    "why",
                    "Why?",
                    "again",
                    "Would you come again?",
                    "taste.retry.2",
                    "Just a number, please: 1, 2, 3, 4 or 5."),
            "es-MX",
            Map.of(
                    "language",
                    "es-MX",
                    "voice",
                    "Polly.Mia",
                    "taste",
                    "¿Cómo estuvo el café, de 1 a 5?",
                    "why",
                    "¿Por qué?",
                    "again",
                    "¿Volvería?",
                    "taste.retry.2",
                    "Solo un número: 1, 2, 3, 4 o 5.")));

    private Coffee() {}

    static SurveyBuilder survey() {
        return Survey.builder("coffee")
                .prompts(PROMPTS)
                .opening(OpeningStyle.GUESS)
                .calls(new CallPolicy(2, Duration.ofHours(2), Duration.ofSeconds(30), true))
                .ask(
                        Question.rating("taste", 1, 5),
                        Question.text("why").when(Condition.answer("taste").atMost(2)),
                        Question.yesNo("again"));
    }

    static Timing timing(Duration reminder, Duration end) {
        return Timing.DEFAULT.withReminders(reminder).withExpiry(end);
    }

    static Timing quiet(String from, String to) {
        return Timing.DEFAULT.withQuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
