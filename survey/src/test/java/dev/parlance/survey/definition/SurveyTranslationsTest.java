package dev.parlance.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.prompt.Language;
import dev.parlance.translation.TranslationEntry;
import dev.parlance.translation.TranslationSheet;
import dev.parlance.translation.TranslationState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a survey adds to the translations of its prompts. */
class SurveyTranslationsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void survey() throws IOException {
        Files.createDirectory(folder.resolve("prompts"));
        define("");
        Files.writeString(folder.resolve("prompts/en.env"), """
                hi=Hello!
                drink=What would you like?
                drink.tea=Tea
                drink.tea.also=chai
                drink.coffee=Coffee
                survey.goodbye=Bye!
                survey.back=back, undo
                """);
    }

    private void define(String more) throws IOException {
        Files.writeString(folder.resolve("survey.json"), """
                {"format": 1, "name": "tea", "welcome": "hi",%s
                 "questions": [{"id": "drink", "kind": "choice", "options": ["tea", "coffee"]}]}
                """.formatted(more));
    }

    private TranslationSheet to(String tag) {
        return SurveyFolder.at(folder).translations().to(tag);
    }

    private static TranslationEntry entry(TranslationSheet sheet, String key) {
        return sheet.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String context(TranslationSheet sheet, String key) {
        return entry(sheet, key).context().description();
    }

    @Test
    void each_prompt_says_what_it_is_for() {
        TranslationSheet french = to("fr");

        assertThat(context(french, "hi")).isEqualTo("Said at the very start. 1 SMS segment.");
        assertThat(context(french, "drink"))
                .isEqualTo("The question \"drink\", kind choice. Options: Tea, Coffee. 1 SMS segment.");
        assertThat(context(french, "drink.tea"))
                .startsWith("An option of the question \"drink\": What would you like?")
                .endsWith("At most 20 characters, to fit on a button.");
        assertThat(context(french, "drink.tea.also")).contains("write what people say");
        assertThat(entry(french, "survey.goodbye").state()).isEqualTo(TranslationState.OPTIONAL);
    }

    @Test
    void a_language_without_built_in_sentences_translates_those_that_the_survey_needs() throws IOException {
        TranslationEntry invalid = entry(to("sw"), "survey.invalid.choice");

        assertThat(invalid.state()).isEqualTo(TranslationState.MISSING);
        assertThat(invalid.source()).startsWith("Please answer with one of the options");

        Files.writeString(folder.resolve("prompts/sw.env"), "survey.invalid.choice=Jibu.\n");
        assertThat(entry(to("sw"), "survey.invalid.choice").state()).isEqualTo(TranslationState.DONE);

        define(" \"fallbackLanguage\": \"en\",");
        assertThat(to("sw").entries()).extracting(TranslationEntry::key).doesNotContain("survey.invalid.choice");
    }

    @Test
    void the_pseudo_language_has_the_sentences_and_keeps_the_words_that_are_understood() {
        Language pseudo = SurveyFolder.at(folder)
                .withPseudoLanguage()
                .load()
                .prompts()
                .find("en-XA")
                .orElseThrow();

        assertThat(pseudo.text("survey.goodbye")).startsWith("[Ɓýé!");
        assertThat(pseudo.text("survey.invalid.yesNo")).startsWith("[Ƥļéášé");
        assertThat(pseudo.text("survey.back")).isEqualTo("back, undo");
        assertThat(pseudo.text("drink.tea.also")).isEqualTo("chai");
        assertThat(pseudo.contains("survey.yes")).isFalse();
    }

    @Test
    void only_a_folder_with_a_survey_has_translations() throws IOException {
        Files.delete(folder.resolve("survey.json"));
        SurveyFolder empty = SurveyFolder.at(folder);

        assertThatThrownBy(empty::translations).hasMessageContaining("There is no survey.json");
        assertThatThrownBy(() -> empty.withPseudoLanguage().load())
                .hasMessageContaining("Only a survey with survey.json");
    }
}
