package dev.parlance.survey;

import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.definition.SamTemplateSurvey;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.testkit.ForEachTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SAM template's survey from its own files: by text and by call, in both languages. */
class SeedSurveyTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Survey survey = SamTemplateSurvey.load(Path.of("src/test/resources/seed"), "en-US");
    private final List<String> details = new ArrayList<>();
    private App app;
    private Surveys surveys;

    @BeforeEach
    void start() {
        app = new App(
                twilio,
                survey,
                settings -> settings.on(
                        SurveyEvent.Type.COMPLETED, event -> details.add(SamTemplateEvents.detail(survey, event))));
        surveys = app.surveys();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void the_survey_by_text_in_english() throws Exception {
        FakePhone ana = twilio.phone("+15005550006");

        ana.texts("hi")
                .receives("Hello, this is the shop around the corner. We have four questions for you.\n\n"
                        + "Reply CONTINUE to go on, or ESPAÑOL to answer in Spanish.");
        ana.texts("what?").receives("Hello, this is the shop around the corner.");
        ana.texts("Continue").receives("Let us begin.\n\nFirst question: How do you rate us, from 1 to 5?");
        ana.texts("5").receives("Next question: Which product do you like best?");
        ana.texts("tea + biscuits").receives("Next question: How do you rate who served you, from 1 to 5?");
        ana.texts("4").receives("Last question: What should we do better?");
        ana.texts("nothing").receives("Thank you = goodbye #1");
        ana.texts("hello?").receives("You have answered already. Thank you!");

        JsonNode result = new ObjectMapper()
                .readTree(surveys.results().json(Address.of("+15005550006")).orElseThrow());
        assertThat(result.path("surveyTo").asText()).isEqualTo("15005550006");
        assertThat(result.path("questions").findValuesAsText("answer"))
                .containsExactly("5", "tea + biscuits", "4", "nothing");
        assertThat(result.path("questions").path(0).path("answer").isNumber()).isTrue();
        assertThat(result.path("questions").path(0).path("answerConfidence").asText())
                .isEqualTo("sms");
        assertThat(result.path("surveyStatus").asText()).isEqualTo("COMPLETED");
        assertThat(result.path("currentState").asText()).isEqualTo("post-survey");
        assertThat(details).singleElement().asString().contains("\"currentState\":\"post-survey-results\"");
    }

    @Test
    void the_survey_by_text_in_spanish() {
        FakePhone ana = twilio.phone("+15005550006");

        ana.texts("hi").receives("Hello");
        ana.texts("ESPAÑOL").receives("Empecemos.\n\nPrimera pregunta: ¿Cómo nos califica, de 1 a 5?");
        ana.texts("cinco").receives("Siguiente pregunta: ¿Qué producto le gusta más?");
        ana.texts("el té").receives("Siguiente pregunta: ¿Cómo califica a quien le atendió, de 1 a 5?");
        ana.texts("97").receives("entre 0 y 9");
        ana.texts("4").receives("Última pregunta: ¿Qué debemos mejorar?");
        ana.texts("nada").receives("Gracias, hasta luego");
    }

    @Test
    void a_silent_caller_continues_in_english() throws Exception {
        FakeCall call = twilio.phone("+15005550006").calls(App.NUMBER);

        call.hears("Hello, this is the shop around the corner.").hears("To answer in Spanish, press 9 or say espanol");
        assertThat(call.said().get(1).language()).isEqualTo("es-MX");
        assertThat(call.said().get(1).voice()).isEqualTo("Polly.Mia");
        call.staysSilent().hears("Let us begin.").hears("First question:").hears("How do you rate us, from 1 to 5?");
        call.presses("5").hears("Next question:").hears("Which product do you like best?");
        call.says("programmable voice", 0.91).hears("Next question:").hears("How do you rate who served you");
        call.presses("4").hears("Last question:").hears("What should we do better?");
        call.says("nothing").hears("Thank you = goodbye #1");
        assertThat(call.isOver()).isTrue();

        FakeCall again = twilio.phone("+15005550006").calls(App.NUMBER);
        again.hears("You have answered already. Thank you!");
        assertThat(again.isOver()).isTrue();
        JsonNode questions = new ObjectMapper()
                .readTree(surveys.results().json(Address.of("+15005550006")).orElseThrow())
                .path("questions");
        assertThat(questions.findValuesAsText("answer")).containsExactly("5", "programmable voice", "4", "nothing");
        assertThat(questions.findValuesAsText("answerConfidence")).containsExactly("DTMF", "0.91", "DTMF", "0.95");
    }

    @Test
    void a_caller_switches_to_spanish_by_key_or_by_name() {
        FakeCall byKey = twilio.phone("+15005550006").calls(App.NUMBER);
        byKey.presses("9").hears("Empecemos.").hears("Primera pregunta:").hears("¿Cómo nos califica, de 1 a 5?");
        byKey.says("cuatro").hears("¿Qué producto le gusta más?");

        FakeCall byName = twilio.phone("+15005550009").calls(App.NUMBER);
        byName.says("Español").hears("Empecemos.");
    }

    @Test
    void a_caller_can_change_the_language_in_the_middle() {
        FakeCall call = twilio.phone("+15005550006").calls(App.NUMBER);
        call.staysSilent().hears("How do you rate us, from 1 to 5?");

        call.presses("*").hears("To change the language, press 3.");
        call.presses("3").hears("Para Español, marque 2.");
        call.presses("2").hears("¿Cómo nos califica, de 1 a 5?");
    }

    @Test
    void the_survey_starts_in_the_invitations_language() {
        assertThat(surveys.start(Channel.TEXT, Address.of("+15005550006"), Invitation.in("es-MX"))
                        .outcome())
                .isEqualTo(Outcome.STARTED);
        twilio.phone("+15005550006").receives("Hola, somos la tienda de la esquina.");

        assertThat(surveys.start(Channel.TEXT, Address.of("+15005550006"), Invitation.plain())
                        .outcome())
                .isEqualTo(Outcome.STARTED);
        twilio.phone("+15005550006").receives("Hola, somos la tienda de la esquina.");
        assertThat(surveys.start(Channel.VOICE, Address.of("+15005550009"), Invitation.in("es-MX"))
                        .outcome())
                .isEqualTo(Outcome.STARTED);
        twilio.settle();
        twilio.phone("+15005550009").answers().hears("Hola, somos la tienda de la esquina.");
    }

    @Test
    void a_problem_in_the_file_is_reported_with_its_line() {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> SamTemplateSurvey.parse(
                        "survey-config.json",
                        "{\"questions\":[\n{\"questionName\":\"questionFeedback\",\"questionType\":\"smell\"}]}",
                        survey.prompts()))
                .withMessageContaining("survey-config.json:2: questions[0].questionType is \"smell\"");
    }
}
