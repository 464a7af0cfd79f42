package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Adding and changing groups, scales and languages. */
class EditorStructureTest extends EditorPage {
    private void add(String what) {
        browser.click("#add-more");
        browser.click("#outline .menu button", what);
        browser.see("dialog");
    }

    private void action(String label) {
        browser.click("#part [aria-label='" + label + "']");
    }

    @Test
    void a_question_starts_a_group_and_others_join_it() throws IOException {
        show("rate");
        add("Put the question into a new group");
        browser.press("drink", Keys.ENTER);
        browser.see("dialog .error", "There is already a question of this name.");
        browser.press(Keys.chord(Keys.CONTROL, "a"), "opinion", Keys.ENTER);
        browser.see(".part-name", "opinion");
        show("why");
        action("Move to a group");
        browser.click("dialog option", "opinion");
        browser.click("dialog button", "Move");
        browser.see(".part-head", "text, 2 of 2 in its group");
        browser.see("#findings", "No problems");
        save();

        assertThat(read("survey.json"))
                .containsSubsequence("\"group\": \"opinion\"", "\"rate\"", "\"why\"", "\"group\": \"cups\"");
        assertThat(read("prompts/en.env")).isEqualTo(ENGLISH);
    }

    @Test
    void a_question_leaves_its_group_and_an_empty_group_is_deleted() throws IOException {
        show("sugar");
        action("Move to a group");
        browser.see("dialog option", "No group");
        browser.click("dialog button", "Move");
        browser.see(".part-head", "yesNo, 4 of 5");
        show("cups");
        action("Delete");
        browser.click("dialog .danger");
        browser.gone("[data-place='/questions/4']");
        save();

        assertThat(read("survey.json")).contains("\"sugar\"").doesNotContain("cups");
        assertThat(read("prompts/en.env")).isEqualTo(ENGLISH);
    }

    @Test
    void a_group_is_renamed_and_moved() throws IOException {
        show("cups");
        action("Rename");
        browser.press("mugs", Keys.ENTER);
        browser.see(".part-name", "mugs");
        action("Move up");
        browser.see(".part-head", "group, 2 of 4");
        save();

        assertThat(read("survey.json"))
                .containsSubsequence("\"drink\"", "{\"group\": \"mugs\"", "\"sugar\"", "\"rate\"");
    }

    @Test
    void a_scale_is_added_written_renamed_and_used_by_a_question() throws IOException {
        add("Add a scale");
        browser.press("good", Keys.ENTER);
        browser.see(".part-name", "good");
        type("prompts/en.env", "good.first", "Well");
        browser.click(".texts-foot .button");
        browser.press("third", Keys.ENTER);
        browser.see("[data-key='good.third']");
        show("drink");
        browser.click("[aria-label='Remove options']");
        browser.click("button", "Add a setting");
        browser.script(
                "[...document.querySelectorAll('.menu button')].find(b => b.textContent.startsWith('scale')).click()");
        browser.click("[data-field=scale] option", "good");
        browser.see("#save-words", "Save 2 files");
        show("good");
        action("Rename");
        browser.press("quality", Keys.ENTER);
        browser.see(".part-name", "quality");
        action("Delete");
        browser.see("dialog", "It is used by drink.");
        browser.press(Keys.ESCAPE);
        save();

        assertThat(read("survey.json"))
                .contains("\"scale\": \"quality\"", "\"quality\"", "\"third\"")
                .doesNotContain("\"good\"");
        assertThat(read("prompts/en.env")).contains("quality.first=Well\n");
    }

    @Test
    void the_last_scale_is_deleted_with_its_texts() throws IOException {
        add("Add a scale");
        browser.press("good", Keys.ENTER);
        browser.see(".part-name", "good");
        type("prompts/en.env", "good.first", "Well");
        browser.see("#save-words", "Save 2 files");
        action("Delete");
        browser.click("dialog .danger");
        browser.see("#save-words", "Saved");

        assertThat(read("survey.json")).isEqualTo(DEFINITION);
    }

    @Test
    void a_language_is_added_with_missing_texts_in_the_order_of_the_survey() throws IOException {
        browser.click("[aria-label='Add a language']");
        browser.press("en", Keys.ENTER);
        browser.see("dialog .error", "This language is there already.");
        browser.press(Keys.chord(Keys.CONTROL, "a"), "fr-CA", Keys.ENTER);
        browser.see(".texts-language", "French (Canada)");
        browser.see(".language-choice", "missing");
        browser.see("#findings.bad");
        type("prompts/fr-CA.env", "drink.tea", "Du thé");
        type("prompts/fr-CA.env", "drink", "Que buvez-vous ?");
        browser.see(".text-size", "16/160");
        save();

        assertThat(read("prompts/fr-CA.env")).contains("drink=Que buvez-vous ?\n", "drink.tea=Du thé\n");
        assertThat(read("prompts/en.env")).isEqualTo(ENGLISH);
    }

    @Test
    void a_language_gets_a_voice_if_the_others_have_one_and_is_taken_back_by_undo() throws IOException {
        write("prompts/en.env", "voice=Polly.Joanna\n" + ENGLISH);
        write("prompts/ar.env", "voice=Polly.Zeina\n" + ARABIC);
        browser.open(editor.url());
        browser.click("[aria-label='Add a language']");
        browser.press("fr", Keys.TAB, "Polly.Lea", Keys.ENTER);
        browser.see(".texts-language", "French");
        browser.press(Keys.chord(Keys.CONTROL, "z"));
        browser.see("#save-words", "Saved");
        browser.press(Keys.chord(Keys.CONTROL, Keys.SHIFT, "z"));
        save();

        assertThat(read("prompts/fr.env")).isEqualTo("voice=Polly.Lea\n");
        assertThat(Files.exists(folder.resolve("prompts/fr.env"))).isTrue();
    }
}
