package com.example.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.QuestionSettings;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.Router;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A custom kind of question works everywhere that a built-in one does. */
class LicencePlateTest {
    private static final String APP = "https://parking.example";
    private static final String NUMBER = "+15005550100";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final DocumentStore store = DocumentStore.inMemory();
    private final FakePhone ana = twilio.phone("+15005550006");

    private static final Map<String, String> PROMPTS = Map.of(
            "plate", "What is your licence plate?",
            "sure", "{plate}: is that your car?",
            "survey.invalid.licencePlate", "Please answer with a licence plate, such as B-AB 123.");

    private static final String DEFINITION = """
            {"name": "parking", "questions": [
              {"id": "plate", "kind": "licencePlate", "longest": 8},
              {"id": "sure", "kind": "yesNo"}
            ]}""";

    private static Survey survey() {
        // snippet: load
        Prompts prompts = Prompts.of(Map.of("en", PROMPTS));
        Survey survey = Survey.parse("survey.json", DEFINITION, prompts, LicencePlate.KIND);
        // end
        return survey;
    }

    private Surveys open(Survey survey) {
        Surveys surveys =
                Surveys.builder(survey).store(store).clock(twilio.clock()).build();
        twilio.number(NUMBER).onText(APP + "/sms").onCall(APP + "/voice");
        twilio.mount(APP, Router.create().post("/sms", surveys.textWebhook()).post("/voice", surveys.voiceWebhook()));
        return surveys;
    }

    @Test
    void a_custom_kind_works_by_text_and_in_prompts() {
        Surveys surveys = open(survey());

        ana.texts("hi").receives("What is your licence plate?");
        ana.texts("a bike").receives("Please answer with a licence plate");
        ana.texts("b-ab 123").receives("BAB123: is that your car?");

        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        surveys.results().csv(csv);
        assertThat(csv.toString(StandardCharsets.UTF_8)).contains(",plate,sure", ",BAB123,");
        assertThat(surveys.results().json(Address.of("+15005550006")))
                .hasValueSatisfying(json -> assertThat(json).contains("\"BAB123\""));
        assertThat(surveys.results().summary().questions().get("plate").all().answers())
                .isEqualTo(1);
        assertThat(surveys.results().summary().toJson()).doesNotContain("BAB123");
    }

    @Test
    void a_custom_kind_works_by_call() {
        open(survey());

        ana.calls(NUMBER)
                .hears("What is your licence plate?")
                .says("a bike")
                .hears("Please answer with a licence plate")
                .says("B A B 1 2 3")
                .hears("BAB123: is that your car?");
    }

    @Test
    void a_respondent_in_the_middle_finishes_their_revision() {
        open(survey());
        ana.texts("hi").receives("licence plate?");
        Survey newer = Survey.parse(
                "survey.json",
                "{\"name\": \"parking\", \"questions\": [{\"id\": \"sure\", \"kind\": \"yesNo\"}]}",
                Prompts.of(Map.of("en", Map.of("sure", "Is that your car?"))),
                LicencePlate.KIND);
        open(newer);

        ana.texts("B-AB 123").receives("BAB123: is that your car?");
    }

    @Test
    void loading_reports_problems_in_a_custom_kind_with_their_line() {
        Map<String, String> prompts = new HashMap<>(PROMPTS);
        prompts.remove("survey.invalid.licencePlate");

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> Survey.parse(
                        "survey.json",
                        DEFINITION.replace("8", "80"),
                        Prompts.of(Map.of("en", prompts)),
                        LicencePlate.KIND))
                .withMessageContaining("survey.json:2: questions[0].longest must be a whole number from 4 to 10")
                .withMessageContaining("needs the prompt \"survey.invalid.licencePlate\"");
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> Survey.parse("survey.json", DEFINITION, Prompts.of(Map.of("en", PROMPTS))))
                .withMessageContaining("questions[0].kind is \"licencePlate\"");
    }

    @Test
    void the_schema_covers_a_custom_kind() {
        assertThat(problems(Survey.schema(LicencePlate.KIND), DEFINITION)).isEmpty();
        assertThat(problems(Survey.schema(LicencePlate.KIND), DEFINITION.replace("8", "80")))
                .isNotEmpty();
        assertThat(problems(Survey.schema(), DEFINITION)).isNotEmpty();
    }

    private static Iterable<?> problems(String schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(json, InputFormat.JSON);
    }

    @Test
    void a_custom_kind_works_in_a_survey_built_in_code() {
        Survey built = Survey.builder("parking")
                .prompts(Prompts.of(Map.of("en", PROMPTS)))
                .ask(new LicencePlate(QuestionSettings.of("plate"), 8))
                .ask(Question.yesNo("sure"))
                .build();

        assertThat(built.revision()).isEqualTo(survey().revision());
        assertThat(built.revisionFrom(built.toJson()).revision()).isEqualTo(built.revision());
    }
}
