package dev.parlance.survey;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import java.util.Map;

/** A survey with yes and no, a few options, many options, and several at once. */
final class MenuSurvey {
    private static final String QUESTIONS = """
            {"name": "shop", "opening": "guess", "goodbye": "bye", "questions": [
              {"id": "came", "kind": "yesNo"},
              {"id": "drink", "kind": "choice", "options": ["tea", "coffee", "milk"]},
              {"id": "day", "kind": "choice", "options": ["mon", "tue", "wed", "thu", "fri"]},
              {"id": "tried", "kind": "choices", "options": ["cake", "pie"]},
              {"id": "rate", "kind": "rating", "least": 1, "most": 5}
            ]}
            """;
    static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("came", "Did you visit us?"),
            Map.entry("drink", "What did you drink?"),
            Map.entry("drink.tea", "Tea"),
            Map.entry("drink.coffee", "Coffee"),
            Map.entry("drink.milk", "Milk"),
            Map.entry("day", "On which day?"),
            Map.entry("day.mon", "Monday"),
            Map.entry("day.tue", "Tuesday"),
            Map.entry("day.wed", "Wednesday"),
            Map.entry("day.thu", "Thursday"),
            Map.entry("day.fri", "Friday"),
            Map.entry("tried", "What did you try?"),
            Map.entry("tried.cake", "Cake"),
            Map.entry("tried.pie", "Pie"),
            Map.entry("rate", "How was it, 1 to 5?"),
            Map.entry("bye", "Thank you!"));

    private MenuSurvey() {}

    static Survey of(Map<String, String> prompts) {
        return Survey.parse("shop.json", QUESTIONS, Prompts.of(Map.of("en", prompts)));
    }
}
