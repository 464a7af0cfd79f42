package dev.parlance.survey;

import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.survey.definition.SamTemplateSurvey;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.machine.Disposition;
import dev.parlance.survey.machine.SurveyEvent;
import dev.parlance.testkit.FakeCall;
import dev.parlance.testkit.FakePhone;
import dev.parlance.testkit.FakeText;
import dev.parlance.testkit.FakeTwilio;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compatibility with the SAM template and its files. */
class TemplateTest {
    private static final Path SEED = Path.of("src/test/resources/seed");
    private static final String ANA = "+15005550006";

    @RegisterExtension
    static final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    private Optional<App> app = Optional.empty();

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectory(folder.resolve("voice-prompts"));
        for (String file :
                List.of("survey-config.json", "voice-prompts/survey-en-US.env", "voice-prompts/survey-es-MX.env")) {
            Files.copy(SEED.resolve(file), folder.resolve(file));
        }
    }

    @AfterEach
    void stop() {
        app.ifPresent(App::close);
    }

    private Surveys start(UnaryOperator<SurveysBuilder> settings) {
        app = Optional.of(new App(twilio, SurveyFolder.at(folder).load(), settings));
        return app.get().surveys();
    }

    private Surveys start() {
        return start(settings -> settings);
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private void prompts(String language, String change, String by) throws IOException {
        change("voice-prompts/survey-" + language + ".env", change, by);
    }

    private void config(String json) throws IOException {
        Files.writeString(folder.resolve("survey-config.json"), json);
    }

    private void settings(String fields) throws IOException {
        change("survey-config.json", "{\"questions\"", "{" + fields + ",\"questions\"");
    }

    private FakePhone inTheSurvey() {
        FakePhone ana = twilio.phone(ANA);
        ana.texts("hi").receives("Hello");
        ana.texts("continue").receives("How do you rate us");
        return ana;
    }

    private JsonNode result(Surveys surveys) throws IOException {
        return new ObjectMapper()
                .readTree(surveys.results().json(Address.of(ANA)).orElseThrow());
    }

    @Test
    void a_skipped_question_keeps_its_index_in_the_results() throws IOException {
        settings("\"attempts\":{\"most\":1,\"then\":\"skip\"}");
        Surveys surveys = start();
        FakePhone ana = inTheSurvey();

        ana.texts("none of your business").receives("Which product");
        ana.texts("tea").receives("How do you rate who served you");

        JsonNode questions = result(surveys).path("questions");
        assertThat(questions).hasSize(2);
        assertThat(questions.path(0).isNull()).isTrue();
        assertThat(questions.path(1).path("answer").asText()).isEqualTo("tea");
    }

    @Test
    void an_unescaped_plus_is_accepted() {
        Surveys surveys = start();
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
        Surveys surveys = start();

        surveys.start(Channel.VOICE, Address.of(ANA), Invitation.plain());
        twilio.settle();
        twilio.phone(ANA).declines();
        twilio.advance(Duration.ofDays(1));
        surveys.runDue();
        twilio.settle();

        assertThat(surveys.find(Address.of(ANA)))
                .hasValueSatisfying(
                        session -> assertThat(session.contact().claim()).isEmpty());
    }

    @Test
    void a_survey_does_not_expire_unless_its_file_says_so() throws IOException {
        Surveys surveys = start();
        inTheSurvey();

        twilio.advance(Duration.ofDays(400));
        assertThat(surveys.runDue().expired()).isZero();
        twilio.phone(ANA).texts("5").receives("Which product");

        assertThat(Survey.fromJson(surveys.survey().toJson()).revision())
                .isEqualTo(surveys.survey().revision());
    }

    @Test
    void added_fields_enable_expiry_and_more_calls() throws IOException {
        settings("\"expires\":\"P7D\",\"calls\":{\"attempts\":3,\"every\":\"PT2H\",\"detectMachines\":true},"
                + "\"commands\":\"all\",\"confidence\":0.6");

        Survey survey = SurveyFolder.at(folder).load();

        assertThat(survey.timing().expiry()).isEqualTo(Duration.ofDays(7));
        assertThat(survey.calls().attempts()).isEqualTo(3);
        assertThat(survey.calls().detectMachines()).isTrue();
        assertThat(survey.rules().confidence()).isEqualTo(0.6);
    }

    @Test
    void a_question_is_repeated_19_times_after_invalid_answers_and_then_the_survey_ends() {
        Surveys surveys = start();
        FakePhone ana = inTheSurvey();

        for (int i = 0; i < 19; i++) {
            ana.texts("a lot").receives("from 0 to 9");
        }
        ana.texts("a lot").receives("Thank you = goodbye #1");

        assertThat(surveys.find(Address.of(ANA)))
                .hasValueSatisfying(
                        session -> assertThat(session.progress().disposition()).isEqualTo(Disposition.BROKE_OFF));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Next", "Info", "Back", "Spanish"})
    void commands_of_other_surveys_are_answers(String word) throws IOException {
        Surveys surveys = start();
        FakePhone ana = inTheSurvey();
        ana.texts("5").receives("Which product");

        ana.texts(word);

        assertThat(result(surveys).path("questions").path(1).path("answer").asText())
                .isEqualTo(word);
    }

    @Test
    void stop_help_and_language_names_are_commands() {
        Surveys surveys = start();
        FakePhone ana = inTheSurvey();
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
        config("{\"questions\":[{\"questionName\":\"question-1\",\"questionType\":\"dtmf\"},"
                + "{\"questionName\":\"q.2\",\"questionType\":\"speech\"},"
                + "{\"questionName\":\"question-1\",\"questionType\":\"dtmf\"}]}");
        for (String language : List.of("en-US", "es-MX")) {
            prompts(language, "questionServiceRate=", "question-1=");
            prompts(language, "questionProduct=", "q.2=");
        }
        Surveys surveys = start();
        FakePhone ana = inTheSurvey();

        ana.texts("5").receives("Which product");
        ana.texts("tea").receives("Last question: How do you rate us");
        ana.texts("4").receives("Thank you");

        assertThat(result(surveys).path("questions").findValuesAsText("answer")).containsExactly("5", "tea", "4");
        assertThat(Survey.fromJson(surveys.survey().toJson()).questions()).hasSize(3);
    }

    @Test
    void an_empty_prompt_and_a_key_in_only_one_file_are_accepted() throws IOException {
        prompts("en-US", "nextQuestion=Next question:", "nextQuestion=\nonlyHere=Yes");
        prompts("en-US", "beginSurvey=Let us begin.", "beginSurvey=");
        Surveys surveys = start();

        twilio.phone(ANA).texts("hi").receives("Hello");
        twilio.phone(ANA).texts("continue").receives("First question: How do you rate us, from 1 to 5?");
        twilio.phone(ANA).texts("5").receives("Which product do you like best?");

        assertThat(Survey.fromJson(surveys.survey().toJson()).revision())
                .isEqualTo(surveys.survey().revision());
    }

    @Test
    void a_folder_can_contain_only_spanish() throws IOException {
        Files.delete(folder.resolve("voice-prompts/survey-en-US.env"));
        Surveys surveys = start();

        twilio.phone(ANA).texts("hola").receives("Hola, somos la tienda");
        twilio.phone(ANA).texts("siga").receives("Empecemos.");
        twilio.phone("+15005550009").calls(App.NUMBER).hears("Hola, somos").hears("Empecemos.");
        assertThat(surveys.survey().warnings())
                .anyMatch(problem -> problem.message().contains("en-US"));
    }

    @Test
    void the_other_language_is_offered_in_the_configured_voice() throws IOException {
        prompts("en-US", "languageOptionVoice=Polly.Mia", "languageOptionVoice=Polly.Lupe");
        start();

        FakeCall call = twilio.phone(ANA).calls(App.NUMBER);

        assertThat(call.said().get(1).voice()).isEqualTo("Polly.Lupe");
        assertThat(call.said().get(1).language()).isEqualTo("es-MX");
    }

    @Test
    void an_offered_language_without_a_file_is_a_problem() throws IOException {
        prompts("en-US", "languageOptionLanguage=es-MX", "languageOptionLanguage=fr-FR");

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> SurveyFolder.at(folder).load())
                .withMessageContaining("offers \"fr-FR\" in the prompt");
    }

    @Test
    void a_caller_chooses_a_language_by_starting_with_its_name() {
        start();

        FakeCall ana = twilio.phone(ANA).calls(App.NUMBER);
        ana.says("espanol por favor").hears("Empecemos.");
        FakeCall luis = twilio.phone("+15005550009").calls(App.NUMBER);
        luis.says("I do not know").hears("Let us begin.");
    }

    @Test
    void the_first_text_can_choose_a_language() {
        start();

        twilio.phone(ANA)
                .texts("ESPAÑOL")
                .receives("Hola, somos la tienda de la esquina. Tenemos cuatro preguntas.\n\n"
                        + "Empecemos.\n\nPrimera pregunta: ¿Cómo nos califica, de 1 a 5?");
    }

    @Test
    void a_call_starts_in_the_language_of_its_url() {
        Surveys surveys = start();

        String answer = surveys.voiceWebhook()
                .respond(WebhookRequest.post(App.ADDRESS + "/voice?surveyLanguage=es-MX&surveyTo=15005550006")
                        .withForm(
                                "CallSid",
                                "CA1",
                                "From",
                                ANA,
                                "To",
                                App.NUMBER,
                                "CallStatus",
                                "ringing",
                                "Direction",
                                "inbound"))
                .bodyText();

        assertThat(answer).contains("Hola, somos la tienda");
    }

    @Test
    void a_language_needs_only_the_templates_twenty_keys() throws IOException {
        Path prompts = folder.resolve("voice-prompts");
        Files.writeString(prompts.resolve("survey-it-IT.env"), """
                language=it-IT
                voice=Polly.Carla
                welcome=Ciao, siamo il negozio all'angolo. Abbiamo quattro domande per lei.
                languageOption=Per rispondere in inglese, prema 9 o dica
                languageOptionSMS=Risponda AVANTI per continuare, o ENGLISH per rispondere in inglese.
                welcomeContinue=avanti
                languageOptionLanguageName=english
                languageOptionVoice=Polly.Joanna
                languageOptionLanguage=en-US
                languageOptionLanguageReply=english,inglese
                beginSurvey=Cominciamo.
                firstQuestion=Prima domanda:
                nextQuestion=Prossima domanda:
                lastQuestion=Ultima domanda:
                questionServiceRate=Che voto ci dà, da 1 a 5?
                questionProduct=Quale prodotto le piace di più?
                questionAgentRate=Che voto dà a chi l'ha servita, da 1 a 5?
                questionFeedback=Che cosa dovremmo migliorare?
                surveyCompletedAlready=Ha già risposto. Grazie!
                finalGoodbye=Grazie, arrivederci""");
        Files.writeString(prompts.resolve("survey-ja-JP.env"), """
                language=ja-JP
                voice=Polly.Mizuki
                welcome=こんにちは、角のお店です。質問が四つあります。
                languageOption=英語で答えるには、9を押すか、次のように言ってください。
                languageOptionSMS=続けるには「はい」、英語で答えるには ENGLISH と返信してください。
                welcomeContinue=はい
                languageOptionLanguageName=english
                languageOptionVoice=Polly.Joanna
                languageOptionLanguage=en-US
                languageOptionLanguageReply=english,英語
                beginSurvey=では始めましょう。
                firstQuestion=最初の質問です。
                nextQuestion=次の質問です。
                lastQuestion=最後の質問です。
                questionServiceRate=1から5で、当店を評価してください。
                questionProduct=一番好きな商品は何ですか。
                questionAgentRate=1から5で、担当者を評価してください。
                questionFeedback=改善すべき点は何ですか。
                surveyCompletedAlready=すでにご回答いただきました。ありがとうございます。
                finalGoodbye=ありがとうございました。さようなら。""");
        Surveys surveys = start();

        surveys.start(Channel.TEXT, Address.of(ANA), Invitation.in("it-IT"));
        FakePhone ana = twilio.phone(ANA);
        ana.receives("Ciao, siamo il negozio all'angolo.");
        ana.texts("Avanti").receives("Prima domanda: Che voto ci dà, da 1 a 5?");
        ana.texts("5").receives("Quale prodotto");
        surveys.start(Channel.TEXT, Address.of("+15005550111"), Invitation.in("ja-JP"));
        FakePhone yui = twilio.phone("+15005550111");
        yui.receives("こんにちは、角のお店です。");
        yui.texts("はい").receives("最初の質問です。");
        yui.texts("５").receives("次の質問です。 一番好きな商品は何ですか。");
        yui.texts("お茶").receives("担当者を評価");
        yui.texts("4").receives("最後の質問です。");
        yui.texts("ありません").receives("さようなら");

        assertThat(surveys.survey().warnings())
                .extracting(problem -> problem.message().substring(0, 20))
                .containsExactly("has prompts in it-IT", "has prompts in ja-JP");
    }

    @Test
    void the_summary_text_matches_the_templates_and_follows_the_goodbye() {
        Deque<Runnable> later = new ArrayDeque<>();
        List<TextMessage> sent = new ArrayList<>();
        Survey survey = SurveyFolder.at(folder).load();
        start(settings -> settings.listenerExecutor(later::add)
                .on(SurveyEvent.Type.COMPLETED, SamTemplateEvents.summaryByText(survey, text -> {
                    sent.add(text);
                    return new Receipt("SM1", "queued");
                })));
        FakePhone ana = inTheSurvey();
        ana.texts("5").texts("tea").texts("4").texts("nothing");
        assertThat(ana.inbox()).extracting(FakeText::body).contains("Thank you = goodbye #1");
        assertThat(sent).isEmpty();

        later.forEach(Runnable::run);

        assertThat(sent.get(0).body().replaceAll("\\d{13}", "0"))
                .isEqualTo(
                        "******\nHere are your answers! This message shows that you can run processing after a survey"
                                + " completes.\n" + """
                {
                    "surveyTo": "15005550006",
                    "questions": [
                        {
                            "answer": 5,
                            "answerConfidence": "sms"
                        },
                        {
                            "answer": "tea",
                            "answerConfidence": "sms"
                        },
                        {
                            "answer": 4,
                            "answerConfidence": "sms"
                        },
                        {
                            "answer": "nothing",
                            "answerConfidence": "sms"
                        }
                    ],
                    "surveyMedium": "sms",
                    "surveyStarted": 0,
                    "surveyStatus": "COMPLETED",
                    "currentState": "post-survey",
                    "questionIndex": 4,
                    "languageSet": "en-US",
                    "surveyCompleted": 0
                }
                ******""");
    }

    @Test
    void a_long_summary_is_cut_and_an_undeliverable_one_is_not_retried() {
        List<TextMessage> tried = new ArrayList<>();
        TextSender landline = text -> {
            tried.add(text);
            throw new OutboundException(OutboundException.Reason.BAD_ADDRESS, "a landline", null);
        };
        Survey survey = SurveyFolder.at(folder).load();
        start(settings -> settings.on(SurveyEvent.Type.COMPLETED, SamTemplateEvents.summaryByText(survey, landline)));
        FakePhone ana = inTheSurvey();

        ana.texts("5").texts("tea ".repeat(350)).texts("4").texts("nothing").texts("hello?");

        assertThat(ana.inbox()).extracting(FakeText::body).contains("You have answered already. Thank you!");

        assertThat(tried).hasSize(1);
        assertThat(tried.get(0).body()).hasSizeLessThanOrEqualTo(1_600).endsWith("…\n******");
    }

    @Test
    void a_summary_from_a_bus_is_retried_unless_undeliverable() {
        String detail = "{\"postBody\": {\"From\": \"+15005550006\"}, \"resultsObject\": {}}";
        List<TextMessage> tried = new ArrayList<>();

        SamTemplateEvents.textAnswers(detail, text -> {
            tried.add(text);
            throw new OutboundException(OutboundException.Reason.BAD_ADDRESS, "a landline", null);
        });

        assertThat(tried)
                .singleElement()
                .satisfies(text -> assertThat(text.body()).contains("Here are your answers!"));
        assertThatExceptionOfType(OutboundException.class)
                .isThrownBy(() -> SamTemplateEvents.textAnswers(detail, text -> {
                    throw new OutboundException(OutboundException.Reason.UNAVAILABLE, "later", null);
                }));
    }

    @Test
    void the_templates_survey_can_be_loaded_directly() {
        assertThat(SamTemplateSurvey.load(folder, "es-MX")
                        .prompts()
                        .defaultLanguage()
                        .tag())
                .isEqualTo("es-MX");
    }
}
