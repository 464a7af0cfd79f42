package dev.parlance.examples.survey;

import static dev.parlance.examples.survey.AppFixture.ANA;
import static dev.parlance.examples.survey.AppFixture.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakeNumber;
import dev.parlance.fake.twilio.FakePhone;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacting and answering people through the application. */
class SurveyAppTest {
    @RegisterExtension
    final AppFixture app = new AppFixture();

    @ParameterizedTest
    @CsvSource({"/sms/initiate-sms, smsTo", "/voice/initiate-call, callTo"})
    void other_applications_can_contact_people_at_the_templates_routes(String path, String field) throws Exception {
        HttpResponse<String> response = app.send(form(app.withKey(path), "To=%2B525512345678&defaultLanguage=es-MX"));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("{\"success\":true,\"" + field + "\":\"" + ANA + "\"}");
        FakePhone ana = app.demo().phone(ANA);
        if (field.equals("smsTo")) {
            ana.receives("de 1 (malo) a 5 (excelente)");
        } else {
            ana.answers().hears("de 1 (malo) a 5 (excelente)");
        }
    }

    @Test
    void a_respondent_can_answer_again_after_a_restart() throws Exception {
        app.anaAnswersInSpanish();
        assertThat(app.send(form(app.withKey("/sms/initiate-sms"), "To=%2B525512345678"))
                        .statusCode())
                .isEqualTo(409);

        HttpResponse<String> response = app.send(form(app.withKey("/restart"), "To=%2B525512345678"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"success\":true,\"restarted\":\"" + ANA + "\"}");
        assertThat(app.send(form(app.withKey("/sms/initiate-sms"), "To=%2B525512345678"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(app.send(app.withKey("/results/answers.jsonl")).body().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Muchas flores", "\"run\":1"),
                        second -> assertThat(second).contains("\"run\":2"));
    }

    @Test
    void people_who_never_started_or_opted_out_are_not_restarted() throws Exception {
        app.demo().phone(ANA).texts("hola").texts("3").texts("5").texts("STOP");

        assertThat(app.send(form(app.withKey("/restart"), "To=%2B12025550101")).statusCode())
                .isEqualTo(404);
        assertThat(app.send(form(app.withKey("/restart"), "To=%2B525512345678")).statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc:%2B12025550106", "client:ana", "+1202555010612345", "%2B0150055500", "911"})
    void an_invalid_number_is_refused(String to) throws Exception {
        for (String path : new String[] {"/sms/initiate-sms", "/voice/initiate-call", "/restart"}) {
            HttpResponse<String> response = app.send(form(app.withKey(path), "To=" + to));

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("like +15005550006");
        }
        assertThat(app.demo().twilio().sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B19002345678", "%2B447911123456", "%2B8835100012345", "%2B15005550006"})
    void premium_and_foreign_numbers_are_not_contacted(String to) throws Exception {
        for (String path : new String[] {"/sms/initiate-sms", "/voice/initiate-call"}) {
            HttpResponse<String> response = app.send(form(app.withKey(path), "To=" + to));

            assertThat(response.statusCode()).isEqualTo(422);
            assertThat(response.body()).contains("numbers of this kind or country");
        }
        assertThat(app.demo().twilio().sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/voice, POST",
        "/voice/initial-message, GET",
        "/voice/switch-language, POST",
        "/voice/begin-survey, GET",
        "/voice/question, POST"
    })
    void calls_are_also_answered_at_the_templates_routes(String path, String method) {
        FakeNumber number =
                app.demo().twilio().number(Demo.NUMBER).onCall(app.demo().appUrl() + path);
        if (method.equals("GET")) {
            number.usingGet();
        }

        FakeCall call =
                app.demo().phone(ANA).calls(Demo.NUMBER).hears("marque 3").presses("3");

        call.hears("de 1 (malo) a 5 (excelente)").presses("5").hears("¿Qué usó la última vez?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sms", "/sms/webhook"})
    void texts_are_also_answered_at_the_templates_route(String path) {
        app.demo().twilio().number(Demo.NUMBER).onText(app.demo().appUrl() + path);

        app.demo().phone(ANA).texts("hola").receives("¡Hola! Cinco preguntas");
    }

    @Test
    void the_health_route_reports_the_store() throws Exception {
        assertThat(app.send(app.at("/health")).body()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void a_survey_of_the_sam_template_works_unchanged(@TempDir Path template) throws IOException {
        Files.createDirectory(template.resolve("voice-prompts"));
        Files.writeString(
                template.resolve("survey-config.json"),
                "{\"questions\": [{\"questionName\": \"rate\", \"questionType\": \"dtmf\"}]}");
        Map<String, String> prompts = new TreeMap<>(Map.of(
                "language",
                "en-US",
                "voice",
                "Polly.Joanna",
                "welcome",
                "Welcome!",
                "welcomeContinue",
                "continue",
                "languageOption",
                "For Spanish, say",
                "languageOptionSMS",
                "Reply continue.",
                "languageOptionLanguageName",
                "espanol",
                "languageOptionVoice",
                "Polly.Mia",
                "languageOptionLanguage",
                "es-MX",
                "languageOptionLanguageReply",
                "espanol"));
        prompts.putAll(Map.of(
                "beginSurvey",
                "We begin.",
                "firstQuestion",
                "First:",
                "nextQuestion",
                "Next:",
                "lastQuestion",
                "Last:",
                "rate",
                "How was it?",
                "surveyCompletedAlready",
                "Done already.",
                "finalGoodbye",
                "Goodbye!"));
        String file = prompts.entrySet().stream()
                .map(prompt -> prompt.getKey() + "=" + prompt.getValue())
                .collect(Collectors.joining("\n"));
        Files.writeString(template.resolve("voice-prompts/survey-en-US.env"), file);

        try (Demo templateDemo = new Demo(template, 0, 0)) {
            FakePhone ben = templateDemo.phone("+12025550106");
            ben.texts("hi").receives("Welcome!");
            ben.texts("continue").receives("How was it?");
            ben.texts("5").receives("Goodbye!");
        }
    }
}
