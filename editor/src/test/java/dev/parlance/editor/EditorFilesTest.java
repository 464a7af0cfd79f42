package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Files that other programs change, and files in other formats. */
class EditorFilesTest extends EditorPage {
    @Test
    void a_change_by_another_program_is_reported_and_merged() throws IOException {
        type("prompts/en.env", "drink", "Which drink?");
        browser.see("#save-words", "Save 1 file");
        write("prompts/en.env", ENGLISH.replace("Why?", "Why so?"));
        browser.see(".banner", "Another program has changed prompts/en.env.");
        assertThat(browser.problems()).isEmpty();
        browser.press(Keys.chord(Keys.CONTROL, "s"));
        browser.click("#confirm-save");
        browser.see(".toast.bad", "Another program has changed prompts/en.env. Nothing was saved.");
        assertThat(read("prompts/en.env")).contains("Why so?").doesNotContain("Which drink?");
        browser.click(".banner button");
        browser.see("dialog .diff-line.added", "why=Why so?");
        browser.screenshot("editor-disk");
        assertThat(browser.consoleErrors()).allMatch(error -> error.contains("409"));
        assertThat(browser.problems()).isEmpty();
        browser.click("dialog button", "Use the merged text");
        browser.gone(".banner");
        save();

        assertThat(read("prompts/en.env"))
                .isEqualTo(ENGLISH.replace("Why?", "Why so?").replace("What do you drink?", "Which drink?"));
    }

    @Test
    void a_conflict_is_decided_by_hand() throws IOException {
        type("prompts/en.env", "drink", "Which drink?");
        browser.see("#save-words", "Save 1 file");
        write("prompts/en.env", ENGLISH.replace("What do you drink?", "What would you like?"));
        browser.click(".banner button");
        browser.see("dialog", "1 place between markers");
        browser.click("dialog button", "Use the merged text");
        browser.see(".toast.bad", "Decide what is between the markers");
        browser.click("dialog button", "Take the file on disk");
        browser.see(".outline-row", "What would you like?");
        browser.see("#save-words", "Saved");
        browser.gone(".banner");
    }

    @Test
    void another_page_is_reported() {
        OtherPage other = OtherPage.open(editor.url());
        browser.see(".banner", "This survey is also open in 1 other page.");
        other.close();
        browser.gone(".banner");
    }

    @Test
    void a_definition_that_is_not_json_can_be_corrected() throws IOException {
        write("survey.json", DEFINITION.replace("\"kind\": \"rating\",", "\"kind\": \"rating\""));
        browser.click(".banner button");
        browser.click("dialog button", "Reload");
        browser.see("#part", "This file is not valid JSON.");
        browser.see("#findings", "1 problem");
        browser.screenshot("editor-broken");
        assertThat(browser.problems()).isEmpty();
        browser.press(Keys.chord(Keys.CONTROL, "z"));
        browser.see(".part-name", "drink");
        browser.see("#findings", "No problems");
    }

    @Test
    void a_survey_in_the_templates_format_keeps_its_format() throws IOException {
        Path survey = folder.resolve("template");
        Path template = Path.of("../examples/survey-lambda/survey");
        Copies.copy(template, survey);
        String prompts = "voice-prompts/survey-en-US.env";
        try (SurveyEditor other = SurveyEditor.open(survey, 0)) {
            browser.open(other.url());
            browser.see(".bubble");
            show("questionProduct");
            assertThat(browser.problems()).isEmpty();
            type(prompts, "questionProduct", "Which one = best? #1");
            save();
            ignoreUnsaved();
            browser.open(URI.create("about:blank"));
        }

        assertThat(Files.readString(survey.resolve(prompts)))
                .isEqualTo(Files.readString(template.resolve(prompts))
                        .replace("Which product do you like best?", "Which one = best? #1"));
    }
}
