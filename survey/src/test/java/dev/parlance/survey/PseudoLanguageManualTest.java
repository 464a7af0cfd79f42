package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.testkit.ForEachTest;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The code of docs/PROMPTS.md on the pseudo-language, and what else a survey says in it. */
class PseudoLanguageManualTest {
    private static final String PERSON = "+15005550006";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Path folder = Path.of("../examples/coffee/src/main/resources/survey");

    @Test
    void every_text_comes_from_the_prompts() {
        // snippet: pseudo
        Survey survey = SurveyFolder.at(folder).withPseudoLanguage().load();
        // end
        try (App app = new App(twilio, survey, UnaryOperator.identity())) {
            Surveys surveys = app.surveys();
            FakePhone phone = twilio.phone(PERSON);
            // snippet: brackets
            surveys.start(Channel.TEXT, Address.of(PERSON), Invitation.in("en-XA"));
            phone.texts("nine").texts("5").texts("latte").texts("10");

            assertThat(phone.inbox())
                    .flatExtracting(text ->
                            text.body().lines().filter(line -> !line.isBlank()).toList())
                    .allMatch(line -> line.contains("[") && line.endsWith("]"));
            // end
            assertThat(phone.inbox()).extracting(FakeText::body).anyMatch(body -> body.contains("[Ļáţţé"));
            assertThat(phone.conversation()).contains("[Ţĥáñķ ýöû.");
        }
    }
}
