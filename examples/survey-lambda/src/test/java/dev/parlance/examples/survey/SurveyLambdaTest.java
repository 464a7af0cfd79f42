package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fake.aws.PublishedEvent;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.tools.sam.SamFunction;
import dev.parlance.tools.sam.SamTemplate;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the whole survey through the template as it is deployed, with each store. */
@ParameterizedClass
@ValueSource(strings = {"dynamodb", "s3"})
class SurveyLambdaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private static Deployed deployed;

    @Parameter
    private String store;

    @BeforeParameterizedClassInvocation
    static void deploy(String store) {
        deployed = new Deployed(twilio, store, line -> {});
    }

    @AfterParameterizedClassInvocation
    static void end() {
        deployed.close();
    }

    @BeforeEach
    void setWebhooks() {
        deployed.setWebhooks(twilio);
    }

    private HttpResponse<String> contact(String output, String key, String form) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(deployed.local().output(output)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Authorization", "Bearer " + key)
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static void answersByText(String number) {
        FakePhone ben = twilio.phone(number);
        ben.texts("hi").receives("Hello, this is the shop around the corner.");
        ben.texts("continue").receives("First question: How do you rate us, from 1 to 5?");
        ben.texts("5").receives("Which product do you like best?");
        ben.texts("tea + \"biscuits\"").receives("How do you rate who served you");
        ben.texts("4").receives("Last question: What should we do better?");
        ben.texts("more 茶");
        assertThat(ben.inbox()).extracting(FakeText::body).contains("Thank you = goodbye #1");
    }

    private static void answersByCallInSpanish(String number) {
        FakeCall call = twilio.phone(number).calls(Deployed.NUMBER);
        call.hears("To answer in Spanish").presses("9").hears("¿Cómo nos califica, de 1 a 5?");
        call.presses("5").hears("¿Qué producto").says("el té", 0.91);
        call.hears("¿Cómo califica").presses("4").hears("¿Qué debemos mejorar?").says("nada");
        call.hears("Gracias");
        assertThat(call.isOver()).isTrue();
    }

    @Test
    void a_survey_by_text_leaves_results_and_events() throws Exception {
        answersByText("+12025550101");

        JsonNode result = JSON.readTree(deployed.object("survey-results/12025550101.json"));
        assertThat(result.path("surveyStatus").asText()).isEqualTo("COMPLETED");
        assertThat(result.path("surveyMedium").asText()).isEqualTo("sms");
        assertThat(result.at("/questions/0/answer").asInt()).isEqualTo(5);
        assertThat(result.at("/questions/0/answerConfidence").asText()).isEqualTo("sms");
        assertThat(result.at("/questions/1/answer").asText()).isEqualTo("tea + \"biscuits\"");
        assertThat(result.at("/questions/3/answer").asText()).isEqualTo("more 茶");
        PublishedEvent last = deployed.local()
                .aws()
                .events()
                .get(deployed.local().aws().events().size() - 1);
        assertThat(last.source()).isEqualTo("custom.twilioSurveyApp");
        assertThat(last.detailType()).isEqualTo("surveystate");
        assertThat(JSON.readTree(last.detail()).path("currentState").asText()).isEqualTo("post-survey-results");
    }

    @Test
    void the_answers_are_texted_back_after_the_survey() {
        answersByText("+12025550102");
        deployed.local().settle();

        FakePhone ben = twilio.phone("+12025550102");
        List<String> texts = ben.inbox().stream().map(FakeText::body).toList();
        assertThat(texts.subList(0, texts.size() - 1)).contains("Thank you = goodbye #1");
        assertThat(texts.get(texts.size() - 1)).contains("Here are your answers!");
        ben.texts("hello?");
        assertThat(ben.inbox()).extracting(FakeText::body).contains("You have answered already. Thank you!");
    }

    @Test
    void a_survey_by_call_leaves_results_and_events() throws Exception {
        answersByCallInSpanish("+12025550103");

        JsonNode result = JSON.readTree(deployed.object("survey-results/12025550103.json"));
        assertThat(result.path("surveyMedium").asText()).isEqualTo("voice");
        assertThat(result.path("languageSet").asText()).isEqualTo("es-MX");
        assertThat(result.path("questions").findValuesAsText("answer")).containsExactly("5", "el té", "4", "nada");
        assertThat(result.path("questions").findValuesAsText("answerConfidence"))
                .containsExactly("DTMF", "0.91", "DTMF", "0.95");
    }

    @Test
    void contacting_people_requires_the_key() throws Exception {
        assertThat(contact("InitiateSurveySMSApi", "a guess", "To=%2B12025550104")
                        .statusCode())
                .isEqualTo(401);

        HttpResponse<String> text =
                contact("InitiateSurveySMSApi", Deployed.KEY, "To=%2B12025550104&defaultLanguage=es-MX");
        HttpResponse<String> call = contact("InitiateSurveyVoiceApi", Deployed.KEY, "To=%2B12025550105");

        assertThat(contact("InitiateSurveyVoiceApi", Deployed.KEY, "To=%2B19002345678")
                        .statusCode())
                .isEqualTo(422);
        assertThat(text.statusCode()).isEqualTo(201);
        assertThat(text.body()).isEqualTo("{\"success\":true,\"smsTo\":\"+12025550104\"}");
        assertThat(call.statusCode()).isEqualTo(201);
        assertThat(call.body()).isEqualTo("{\"success\":true,\"callTo\":\"+12025550105\"}");
        twilio.settle();
        twilio.phone("+12025550104").receives("Hola, somos la tienda de la esquina.");
        twilio.phone("+12025550105")
                .answers()
                .hears("the shop around the corner")
                .hangsUp();
    }

    @Test
    void a_respondent_can_answer_again_after_a_restart() throws Exception {
        answersByText("+12025550110");
        assertThat(contact("RestartSurveyApi", "a guess", "To=%2B12025550110").statusCode())
                .isEqualTo(401);
        assertThat(contact("RestartSurveyApi", Deployed.KEY, "To=%2B12025550111")
                        .statusCode())
                .isEqualTo(404);

        HttpResponse<String> restarted = contact("RestartSurveyApi", Deployed.KEY, "To=%2B12025550110");

        assertThat(restarted.statusCode()).isEqualTo(200);
        assertThat(restarted.body()).isEqualTo("{\"success\":true,\"restarted\":\"+12025550110\"}");
        twilio.phone("+12025550110").texts("hi");
        assertThat(twilio.phone("+12025550110").inbox())
                .extracting(FakeText::body)
                .filteredOn(text -> text.contains("Hello, this is the shop around the corner."))
                .hasSize(2);
    }

    @Test
    void each_function_has_exactly_the_permissions_it_uses() throws Exception {
        answersByText("+12025550106");
        answersByCallInSpanish("+12025550107");
        contact("InitiateSurveySMSApi", Deployed.KEY, "To=%2B12025550108");
        twilio.failNext("POST */Messages.json", ApiFault.error(400, 21211, "The number is not valid"));
        contact("InitiateSurveySMSApi", Deployed.KEY, "To=%2B12025550112");
        deployed.local().settle();
        leaveDueWork("+12025550109");
        assertThat(deployed.local().invoke("DueFunction", "{}")).contains("\"published\":1");

        for (SamFunction function : SamTemplate.read(Path.of("template.yaml"))
                .withParameter("Store", store)
                .functions()) {
            assertThat(deployed.local().calls(function.name()))
                    .as("AWS actions that %s has used", function)
                    .isEqualTo(function.allowedActions());
        }
    }

    /** Sends a text while the bus fails, and makes the session due at once instead of a minute later. */
    private void leaveDueWork(String number) {
        for (int i = 0; i < 4; i++) { // the first attempt and the client's retries
            deployed.local().aws().failNext("PutEvents", 500, "InternalException");
        }
        twilio.phone(number).texts("hi");
        DocumentStore sessions = deployed.sessions();
        Document session = sessions.load(new Key("session:survey", number)).orElseThrow();
        assertThat(session.wakeAt()).isPresent();
        sessions.save(session.withWakeAt(Optional.of(Instant.EPOCH)));
    }
}
