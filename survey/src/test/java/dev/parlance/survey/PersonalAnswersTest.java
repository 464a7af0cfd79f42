package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.results.Summary;
import dev.parlance.testkit.ForEachTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PersonalAnswersTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    @Test
    void personal_answers_are_counted_but_not_listed() {
        Prompts prompts = Prompts.of(Map.of(
                "en",
                Map.of(
                        "language",
                        "en-US",
                        "mail",
                        "Your address?",
                        "day",
                        "Born?",
                        "age",
                        "How old?",
                        "taste",
                        "1 to 5?")));
        shop.open(Survey.builder("people")
                .prompts(prompts)
                .opening(OpeningStyle.GUESS)
                .ask(
                        Question.email("mail"),
                        Question.date("day"),
                        Question.number("age", 0, 120),
                        Question.rating("taste", 1, 5))
                .build());
        for (String text : List.of("hi", "ana@example.com", "2001-02-03", "25", "4")) {
            ana.texts(text);
        }

        Map<String, Summary.QuestionSummary> questions =
                shop.surveys().results().summary().questions();

        assertThat(questions.values())
                .extracting(question -> question.all().answers())
                .containsOnly(1);
        assertThat(questions.get("mail").all().counts()).isEmpty();
        assertThat(questions.get("day").all().counts()).isEmpty();
        assertThat(questions.get("age").all().counts()).isEmpty();
        assertThat(questions.get("taste").all().counts()).isEqualTo(Map.of("4", 1));
    }
}
