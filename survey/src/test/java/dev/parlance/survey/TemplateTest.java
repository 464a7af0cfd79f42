package dev.parlance.survey;

import static dev.parlance.survey.TemplateFolder.ANA;
import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.definition.SamTemplateSurvey;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.SessionState;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compatibility with the SAM template and its files. */
class TemplateTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final TemplateFolder folder = new TemplateFolder(twilio);

    @Test
    void a_skipped_question_keeps_its_index_in_the_results() throws IOException {
        folder.settings("\"attempts\":{\"most\":1,\"then\":\"skip\"}");
        folder.start();
        FakePhone ana = folder.inTheSurvey();

        ana.texts("none of your business").receives("Which product");
        ana.texts("tea").receives("How do you rate who served you");

        JsonNode questions = folder.result().path("questions");
        assertThat(questions).hasSize(2);
        assertThat(questions.path(0).isNull()).isTrue();
        assertThat(questions.path(1).path("answer").asText()).isEqualTo("tea");
    }

    @Test
    void an_unescaped_plus_is_accepted() {
        Surveys surveys = folder.start();
        CallerAuth anyone = request -> Optional.of("anyone");

        String text = StartSurveyHandler.byText(surveys, anyone, 10)
                .respond(WebhookRequest.post("https://app.example/sms/initiate-sms")
                        .withForm("To", " 15005550006"))
                .bodyText();
        String call = StartSurveyHandler.byCall(surveys, anyone, 10)
                .respond(WebhookRequest.post("https://app.example/voice/initiate-call")
                        .withForm("To", " 15005550009"))
                .bodyText();

        assertThat(text).isEqualTo("{\"success\":true,\"smsTo\":\"+15005550006\"}");
        assertThat(call).isEqualTo("{\"success\":true,\"callTo\":\"+15005550009\"}");
    }

    @Test
    void a_person_who_declines_a_call_is_not_called_again() {
        Surveys surveys = folder.start();

        surveys.start(Channel.VOICE, Address.of(ANA), Invitation.plain());
        twilio.settle();
        twilio.phone(ANA).declines();
        twilio.advance(Duration.ofDays(1));
        surveys.runDue();
        twilio.settle();

        assertThat(surveys.find(Address.of(ANA)))
                .hasValueSatisfying(session ->
                        assertThat(SessionState.of(session).contact().claim()).isEmpty());
    }

    @Test
    void a_survey_does_not_expire_unless_its_file_says_so() throws IOException {
        Surveys surveys = folder.start();
        folder.inTheSurvey();

        twilio.advance(Duration.ofDays(400));
        assertThat(surveys.runDue().expired()).isZero();
        twilio.phone(ANA).texts("5").receives("Which product");

        assertThat(Survey.fromJson(surveys.survey().toJson()).revision())
                .isEqualTo(surveys.survey().revision());
    }

    @Test
    void added_fields_enable_expiry_and_more_calls() throws IOException {
        folder.settings("\"expires\":\"P7D\",\"calls\":{\"attempts\":3,\"every\":\"PT2H\",\"detectMachines\":true},"
                + "\"commands\":\"all\",\"confidence\":0.6");

        Survey survey = folder.load();

        assertThat(survey.timing().expiry()).isEqualTo(Duration.ofDays(7));
        assertThat(survey.calls().attempts()).isEqualTo(3);
        assertThat(survey.calls().detectMachines()).isTrue();
        assertThat(survey.rules().confidence()).isEqualTo(0.6);
    }

    @Test
    void a_question_is_repeated_19_times_after_invalid_answers_and_then_the_survey_ends() {
        Surveys surveys = folder.start();
        FakePhone ana = folder.inTheSurvey();

        for (int i = 0; i < 19; i++) {
            ana.texts("a lot").receives("from 0 to 9");
        }
        ana.texts("a lot").receives("Thank you = goodbye #1");

        assertThat(surveys.find(Address.of(ANA)))
                .hasValueSatisfying(session -> assertThat(session.disposition()).isEqualTo(Disposition.BROKE_OFF));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Next", "Info", "Back", "Spanish"})
    void commands_of_other_surveys_are_answers(String word) throws IOException {
        folder.start();
        FakePhone ana = folder.inTheSurvey();
        ana.texts("5").receives("Which product");

        ana.texts(word);

        assertThat(folder.result().path("questions").path(1).path("answer").asText())
                .isEqualTo(word);
    }

    @Test
    void stop_help_and_language_names_are_commands() {
        Surveys surveys = folder.start();
        FakePhone ana = folder.inTheSurvey();
        ana.texts("5").receives("Which product");

        // Twilio also replies to HELP itself.
        ana.texts("HELP");
        assertThat(ana.inbox()).extracting(FakeText::body).anyMatch(text -> text.startsWith("Reply STOP to end."));
        ana.texts("español");
        assertThat(ana.inbox()).extracting(FakeText::body).contains("¿Qué producto le gusta más?");
        ana.texts("STOP");

        assertThat(surveys.isOptedOut(Address.of(ANA))).isTrue();
    }

    @Test
    void any_question_name_and_repeated_questions_are_accepted() throws IOException {
        folder.config("{\"questions\":[{\"questionName\":\"question-1\",\"questionType\":\"dtmf\"},"
                + "{\"questionName\":\"q.2\",\"questionType\":\"speech\"},"
                + "{\"questionName\":\"question-1\",\"questionType\":\"dtmf\"}]}");
        for (String language : List.of("en-US", "es-MX")) {
            folder.prompts(language, "questionServiceRate=", "question-1=");
            folder.prompts(language, "questionProduct=", "q.2=");
        }
        Surveys surveys = folder.start();
        FakePhone ana = folder.inTheSurvey();

        ana.texts("5").receives("Which product");
        ana.texts("tea").receives("Last question: How do you rate us");
        ana.texts("4").receives("Thank you");

        assertThat(folder.result().path("questions").findValuesAsText("answer")).containsExactly("5", "tea", "4");
        assertThat(Survey.fromJson(surveys.survey().toJson()).questions()).hasSize(3);
    }

    @Test
    void an_empty_prompt_and_a_key_in_only_one_file_are_accepted() throws IOException {
        folder.prompts("en-US", "nextQuestion=Next question:", "nextQuestion=\nonlyHere=Yes");
        folder.prompts("en-US", "beginSurvey=Let us begin.", "beginSurvey=");
        Surveys surveys = folder.start();

        twilio.phone(ANA).texts("hi").receives("Hello");
        twilio.phone(ANA).texts("continue").receives("First question: How do you rate us, from 1 to 5?");
        twilio.phone(ANA).texts("5").receives("Which product do you like best?");

        assertThat(Survey.fromJson(surveys.survey().toJson()).revision())
                .isEqualTo(surveys.survey().revision());
    }

    @Test
    void the_templates_survey_can_be_loaded_directly() {
        assertThat(SamTemplateSurvey.load(folder.path(), "es-MX")
                        .prompts()
                        .defaultLanguage()
                        .tag())
                .isEqualTo("es-MX");
    }
}
