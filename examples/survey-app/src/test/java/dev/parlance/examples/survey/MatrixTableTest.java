package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The results page shows a matrix as one table. */
class MatrixTableTest {
    private final Survey survey = Survey.builder("visit")
            .prompts(Prompts.of(Map.of(
                    "en",
                    Map.of(
                            "service", "Was {item} good?",
                            "service.speed", "the speed",
                            "service.taste", "the taste",
                            "service.good", "Yes, good",
                            "service.bad", "No, bad"))))
            .opening(OpeningStyle.GUESS)
            .ask(Question.matrix(Question.choice("service", "good", "bad"), "speed", "taste"))
            .build();
    private final Surveys surveys =
            Surveys.builder(survey).store(DocumentStore.inMemory()).build();

    private void text(String body, int number) {
        surveys.textWebhook()
                .handle(WebhookRequest.post("https://hooks.example.com/sms")
                        .withForm(
                                "MessageSid",
                                "SM" + number,
                                "From",
                                "+15005550006",
                                "To",
                                "+15005550100",
                                "Body",
                                body));
    }

    @Test
    void a_matrix_has_a_row_for_each_item_and_a_column_for_each_answer() {
        text("hi", 1);
        text("1", 2);
        text("2", 3);

        ObjectNode charts = Charts.of(survey, surveys.results());

        assertThat(charts.at("/questions")).isEmpty();
        assertThat(charts.at("/matrices/0/text").asText()).isEqualTo("Was {item} good?");
        assertThat(charts.at("/matrices/0/answers").toString()).isEqualTo("[\"Yes, good\",\"No, bad\"]");
        assertThat(charts.at("/matrices/0/items").toString())
                .isEqualTo("[{\"label\":\"the speed\",\"answers\":1,\"counts\":[1,0]},"
                        + "{\"label\":\"the taste\",\"answers\":1,\"counts\":[0,1]}]");
    }
}
