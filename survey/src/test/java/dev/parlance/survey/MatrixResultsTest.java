package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.results.MatrixSummary;
import dev.parlance.survey.results.Results;
import dev.parlance.testkit.ForEachTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A matrix is one table in the results. */
class MatrixResultsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private App app;

    @BeforeEach
    void two_people_answer() {
        Survey survey = Survey.builder("visit")
                .prompts(Prompts.of(Map.of(
                        "en",
                        Map.of(
                                "service", "How was {item}, 1 to 3?",
                                "service.speed", "the speed",
                                "service.taste", "the taste"))))
                .opening(OpeningStyle.GUESS)
                .ask(Question.matrix(Question.rating("service", 1, 3), "speed", "taste")
                        .optional())
                .build();
        app = new App(twilio, survey, settings -> settings);
        answers("+15005550006", "hi", "3", "1");
        answers("+15005550009", "hi", "2", "skip");
    }

    private static void answers(String person, String... texts) {
        FakePhone phone = twilio.phone(person);
        for (String text : texts) {
            phone.texts(text);
        }
    }

    @AfterEach
    void close() {
        app.close();
    }

    private Results results() {
        return app.surveys().results();
    }

    @Test
    void a_person_has_one_table() throws IOException {
        JsonNode both = JSON.readTree(results().json(Address.of("+15005550006")).orElseThrow());
        JsonNode one = JSON.readTree(results().json(Address.of("+15005550009")).orElseThrow());

        assertThat(both.path("matrices").toString()).isEqualTo("{\"service\":{\"speed\":3,\"taste\":1}}");
        assertThat(one.path("matrices").toString()).isEqualTo("{\"service\":{\"speed\":2,\"taste\":null}}");
        assertThat(both.at("/questions/1/questionName").asText()).isEqualTo("service.taste");
    }

    @Test
    void a_summary_has_a_row_for_each_item() throws IOException {
        MatrixSummary service = results().summary().matrices().get("service");

        assertThat(service.answers()).containsExactly("1", "2", "3");
        assertThat(service.items()).containsOnlyKeys("speed", "taste");
        assertThat(service.items().get("speed").mean()).contains(new BigDecimal("2.50"));
        assertThat(service.items().get("taste").counts()).isEqualTo(Map.of("1", 1));
        assertThat(JSON.readTree(results().summary().toJson())
                        .at("/matrices/service/items/speed/counts/3")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_csv_has_a_column_for_each_item() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        results().csv(out);

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).endsWith(",run,undelivered,service.speed,service.taste");
        assertThat(lines.subList(1, 3)).anyMatch(line -> line.endsWith(",3,1")).anyMatch(line -> line.endsWith(",2,"));
    }
}
