package dev.parlance.survey;

import static dev.parlance.survey.TemplateFolder.ANA;
import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The SAM template's languages: its prompt files, and how a person chooses one. */
class TemplateLanguagesTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final TemplateFolder folder = new TemplateFolder(twilio);

    @Test
    void a_folder_can_contain_only_spanish() throws IOException {
        Files.delete(folder.path().resolve("voice-prompts/survey-en-US.env"));
        Surveys surveys = folder.start();

        twilio.phone(ANA).texts("hola").receives("Hola, somos la tienda");
        twilio.phone(ANA).texts("siga").receives("Empecemos.");
        twilio.phone("+15005550009").calls(App.NUMBER).hears("Hola, somos").hears("Empecemos.");
        assertThat(surveys.survey().warnings())
                .anyMatch(problem -> problem.message().contains("en-US"));
    }

    @Test
    void the_other_language_is_offered_in_the_configured_voice() throws IOException {
        folder.prompts("en-US", "languageOptionVoice=Polly.Mia", "languageOptionVoice=Polly.Lupe");
        folder.start();

        FakeCall call = twilio.phone(ANA).calls(App.NUMBER);

        assertThat(call.said().get(1).voice()).isEqualTo("Polly.Lupe");
        assertThat(call.said().get(1).language()).isEqualTo("es-MX");
    }

    @Test
    void an_offered_language_without_a_file_is_a_problem() throws IOException {
        folder.prompts("en-US", "languageOptionLanguage=es-MX", "languageOptionLanguage=fr-FR");

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> folder.load())
                .withMessageContaining("offers \"fr-FR\" in the prompt");
    }

    @Test
    void a_caller_chooses_a_language_by_starting_with_its_name() {
        folder.start();

        FakeCall ana = twilio.phone(ANA).calls(App.NUMBER);
        ana.says("espanol por favor").hears("Empecemos.");
        FakeCall luis = twilio.phone("+15005550009").calls(App.NUMBER);
        luis.says("I do not know").hears("Let us begin.");
    }

    @Test
    void the_first_text_can_choose_a_language() {
        folder.start();

        twilio.phone(ANA)
                .texts("ESPAÑOL")
                .receives("Hola, somos la tienda de la esquina. Tenemos cuatro preguntas.\n\n"
                        + "Empecemos.\n\nPrimera pregunta: ¿Cómo nos califica, de 1 a 5?");
    }

    @Test
    void a_call_starts_in_the_language_of_its_url() {
        Surveys surveys = folder.start();

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
        Path prompts = folder.path().resolve("voice-prompts");
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
        Surveys surveys = folder.start();

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
}
