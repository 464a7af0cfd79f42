package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Changing the questions and their settings. */
class EditorQuestionsTest extends EditorPage {
    @Test
    void a_question_is_added_moved_renamed_and_deleted() throws IOException {
        show("rate");
        browser.click("#add");
        browser.see("dialog");
        browser.screenshot("editor-add");
        assertThat(browser.problems()).isEmpty();
        browser.press("rate", Keys.ENTER);
        browser.see("dialog .error", "There is already a question of this name.");
        browser.press(Keys.chord(Keys.CONTROL, "a"), "size", Keys.ENTER);
        browser.see(".part-name", "size");
        browser.see(".text-cell.missing");
        type("prompts/en.env", "size", "Which size?");
        type("prompts/ar.env", "size", "أي حجم؟");
        browser.see("#findings", "No problems");
        browser.press(Keys.chord(Keys.ALT, Keys.ARROW_UP));
        browser.see(".part-head", "text, 2 of 5");
        browser.click("[aria-label='Rename']");
        browser.press("cup", Keys.ENTER);
        browser.see(".part-name", "cup");
        show("rate");
        browser.click("[aria-label='Delete']");
        browser.click("dialog .danger");
        browser.see(".part-name", "cup");
        save();

        assertThat(read("survey.json")).contains("""
                        "to": "end"}]},
                            {"id": "cup", "kind": "text"},
                            {"group": "cups\"""");
        assertThat(read("prompts/en.env"))
                .isEqualTo(ENGLISH.replace("rate=How do you like it, from 1 to 5?\n", "")
                        .replace("drink.unanswered=nothing\n", "drink.unanswered=nothing\ncup=Which size?\n"));
    }

    @Test
    void options_are_added_moved_and_deleted() throws IOException {
        browser.click(".texts-foot .button");
        browser.press("milk", Keys.ENTER);
        browser.see("[data-key='drink.milk']");
        type("prompts/en.env", "drink.milk", "Milk");
        type("prompts/ar.env", "drink.milk", "حليب");
        browser.script("document.querySelector(\"[aria-label='Move up drink.milk']\").click()");
        browser.script("document.querySelector(\"[aria-label='Delete drink.tea']\").click()");
        browser.see("#findings", "No problems");
        browser.see(".bubble", "2. Milk");
        save();

        assertThat(read("survey.json"))
                .isEqualTo(DEFINITION.replace("\"tea\", \"coffee\", ", "\"coffee\", \"milk\", "));
        assertThat(read("prompts/en.env"))
                .isEqualTo(ENGLISH.replace("drink.tea=Tea\n", "").replace("Water\n", "Water\ndrink.milk=Milk\n"));
    }

    @Test
    void settings_are_edited_by_a_form_and_conditions_are_read_in_words() throws IOException {
        show("sugar");
        browser.see(".setting-words", "If rate is at least 2");
        show("rate");
        browser.type("[data-field=most] input", Keys.chord(Keys.CONTROL, "a"), "many", Keys.TAB);
        browser.see("[data-field=most] .error", "Write a number.");
        assertThat(browser.problems()).isEmpty();
        browser.type("[data-field=most] input", Keys.chord(Keys.CONTROL, "a"), "7", Keys.TAB);
        browser.click("button", "Add a setting");
        browser.screenshot("editor-add-setting");
        browser.script(
                "[...document.querySelectorAll('.menu button')].find(b => b.textContent.startsWith('optional')).click()");
        browser.click("[data-field=optional] .switch");
        browser.see("[data-field=optional] .switch", "Yes");
        save();

        assertThat(read("survey.json"))
                .isEqualTo(DEFINITION.replace("\"most\": 5}", "\"most\": 7, \"optional\": true}"));
    }

    @Test
    void json_is_edited_as_it_is_written_in_the_file() throws IOException {
        show("why");
        browser.click(".raw-card summary");
        browser.see("textarea.raw");
        browser.type("textarea.raw", Keys.chord(Keys.CONTROL, "a"), "{\"id\":\"why\",  \"kind\":\"text\"}");
        browser.click(".raw-card .button.primary");
        browser.see("#save-words", "Save 1 file");
        save();

        assertThat(read("survey.json")).contains("    {\"id\":\"why\",  \"kind\":\"text\"}\n");
    }

    @Test
    void problems_lead_to_their_fields() {
        show("rate");
        browser.type("[data-field=least] input", Keys.chord(Keys.CONTROL, "a"), "9", Keys.TAB);
        browser.see("#findings.bad", "1 problem");
        browser.see("[data-field=least] .setting-findings", "is greater than");
        browser.see(".outline-row", "has problems");
        show("drink");
        browser.click("#findings");
        browser.see("dialog .finding-row", "is greater than");
        browser.screenshot("editor-findings");
        assertThat(browser.problems()).isEmpty();
        browser.click("dialog .finding-row");
        browser.see(".part-name", "rate");
        browser.seeFocus("least");
        show("drink");
        browser.press(Keys.F8);
        browser.see(".part-name", "rate");
    }
}
