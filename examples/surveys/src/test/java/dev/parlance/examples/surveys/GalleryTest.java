package dev.parlance.examples.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.account.TwilioAccount;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ConversationScript;
import dev.parlance.testkit.FakeTwilio;
import dev.parlance.webhook.Router;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each survey of the gallery loads without a warning, and its conversations follow their scripts. {@code -Dconversations=write}
 * updates what the surveys say in them.
 */
class GalleryTest {
    private static final URI APP = URI.create("https://surveys.example");

    @RegisterExtension
    static final FakeTwilio twilio = FakeTwilio.create();

    static List<Path> surveys() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("gallery"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    static Stream<Path> scripts() throws IOException {
        return surveys().stream()
                .flatMap(survey -> Stream.of("text.txt", "call.txt").map(survey::resolve));
    }

    @ParameterizedTest
    @MethodSource("surveys")
    void a_survey_loads_in_two_languages_without_a_warning(Path folder) {
        Survey survey = SurveyFolder.at(folder).load();

        assertThat(survey.warnings()).isEmpty();
        assertThat(survey.prompts().languages()).hasSize(2);
        assertThat(survey.name()).isEqualTo(folder.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void a_conversation_follows_its_script(Path file) throws IOException {
        play(file, DocumentStore.inMemory());
    }

    @Test
    void a_later_survey_knows_what_an_earlier_one_has_set() throws IOException {
        DocumentStore store = DocumentStore.inMemory();

        play(Path.of("gallery/coffee-club/text.txt"), store);
        play(Path.of("gallery/club-visit/member.txt"), store);
    }

    private static void play(Path file, DocumentStore store) throws IOException {
        ConversationScript script = ConversationScript.of(file);
        twilio.number("+15005550100").onText(APP + "/sms").onCall(APP + "/voice");
        try (TwilioAccount account = TwilioAccount.builder(twilio.settings())
                        .baseUrl(twilio.url())
                        .build();
                Surveys surveys = Surveys.builder(
                                SurveyFolder.at(file.getParent()).load())
                        .store(store)
                        .textSender(account)
                        .callPlacer(account, APP.resolve("/voice"))
                        .clock(twilio.clock())
                        .build()) {
            twilio.mount(
                    APP.toString(),
                    Router.create().post("/sms", surveys.textWebhook()).post("/voice", surveys.voiceWebhook()));
            if ("write".equals(System.getProperty("conversations"))) {
                Files.writeString(file, script.record(twilio));
            } else {
                script.play(twilio);
            }
        }
    }
}
