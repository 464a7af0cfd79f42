package dev.parlance.survey;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.testkit.ConversationScript;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A conversation by text and one by call in each of the library's languages, as scripts that a speaker of the language can read
 * and mend. {@code -Dconversations=write} updates what the survey says in them.
 */
class ConversationsTest {
    private static final Path FOLDER = Path.of("src/test/resources/conversations");

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    static Stream<String> scripts() {
        return Stream.of("ar", "de", "en", "es", "fr", "hi", "pt", "zh")
                .flatMap(language -> Stream.of(language + "-text.txt", language + "-call.txt"));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void the_survey_says_every_word_of_the_script(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        ConversationScript script = ConversationScript.of(file);

        shop.open(SurveyFolder.at(FOLDER.resolve("survey")).load());
        if ("write".equals(System.getProperty("conversations"))) {
            Files.writeString(file, script.record(twilio));
        } else {
            script.play(twilio);
        }
    }
}
