package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.TurnInputs;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.session.Session;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a person chooses one of the listed languages. */
class LanguageMenuTest {
    private static final Survey SURVEY = Survey.parse(
            "menu.json",
            "{\"name\": \"menu\", \"questions\": [{\"id\": \"drink\", \"kind\": \"text\"}]}",
            Prompts.of(Stream.of("ar", "de", "en", "es", "fr", "hi", "pt", "zh")
                    .collect(Collectors.toMap(tag -> tag, tag -> Map.of("drink", "asked in " + tag)))));

    private static final String FIRST = SURVEY.prompts().defaultLanguage().tag();

    /** Lists the default language, then the others by their tags. */
    private static String languageAt(int place) {
        return place == 1
                ? FIRST
                : Stream.of("ar", "de", "en", "es", "fr", "hi", "pt", "zh")
                        .filter(tag -> !tag.equals(FIRST))
                        .skip(place - 2L)
                        .findFirst()
                        .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "the second one, 2",
        "the third, 3",
        "the last one, 8",
        "la segunda, 2",
        "la última, 8",
        "die zweite, 2",
        "das letzte, 8",
        "la deuxième, 2",
        "le dernier, 8",
        "o segundo, 2",
        "a última, 8",
        "الثاني, 2",
        "الأخير, 8",
        "दूसरा वाला, 2",
        "आखिरी, 8",
        "第二个, 2",
        "最后一个, 8"
    })
    void a_language_is_chosen_by_its_place_in_any_language(String reply, int place) {
        TurnInputs inputs = TurnInputs.at(Instant.parse("2026-05-13T12:00:00Z"));
        Session asked = SurveyMachine.advance(
                        SURVEY,
                        SurveyMachine.newSession(SURVEY, Address.of("+15005550006"), Channel.TEXT),
                        Input.contact(),
                        inputs)
                .done()
                .session();

        Session chosen = SurveyMachine.advance(SURVEY, asked, Input.text(reply), inputs)
                .done()
                .session();

        assertThat(chosen.language()).isEqualTo(languageAt(place));
    }
}
