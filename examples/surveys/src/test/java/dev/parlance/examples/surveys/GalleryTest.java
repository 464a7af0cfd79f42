package dev.parlance.examples.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ConversationScript;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
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
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final ShopServer shop = new ShopServer();

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

    private void play(Path file, DocumentStore store) throws IOException {
        ConversationScript script = ConversationScript.of(file);
        try (TwilioAccount account = TwilioAccount.builder(twilio.settings())
                        .baseUrl(twilio.url())
                        .build();
                Surveys surveys = Gallery.run(file.getParent(), twilio, account, shop, store)) {
            if ("write".equals(System.getProperty("conversations"))) {
                Files.writeString(file, script.record(twilio));
            } else {
                script.play(twilio);
            }
        }
    }
}
