package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The forms for conditions and jumps. */
class EditorConditionsTest extends EditorPage {
    private void choose(String label, String option) {
        browser.click("[aria-label='" + label + "'] option", option);
    }

    private void addSetting(String name) {
        browser.click("button", "Add a setting");
        browser.script(
                "[...document.querySelectorAll('.menu button')].find(b => b.textContent.startsWith(arguments[0])).click()",
                name);
    }

    @Test
    void a_condition_is_put_together_from_questions_comparisons_and_values() throws IOException {
        show("why");
        addSetting("when");
        browser.seeFocus("Add a condition");
        browser.press(Keys.ENTER);
        browser.seeFocus("when: question");
        choose("when: value", "coffee");
        browser.see("[data-field=when] .setting-words", "If drink is coffee");
        browser.click("[data-field=when] button", "Add a condition");
        choose("when: question 2", "rate");
        choose("when: comparison 2", "is at most");
        browser.type("[aria-label='when: value 2']", "2", Keys.TAB);
        browser.see("[data-field=when] .setting-words", "If drink is coffee and rate is at most 2");
        choose("when: how many must hold", "any of these holds");
        browser.see("[data-field=when] .setting-words", "If drink is coffee or rate is at most 2");
        browser.screenshot("editor-condition");
        assertThat(browser.problems()).isEmpty();
        save();

        assertThat(read("survey.json"))
                .contains("\"when\": {\"any\": [{\"answer\": \"drink\", \"is\": \"coffee\"},"
                        + " {\"answer\": \"rate\", \"atMost\": 2}]}");
    }

    @Test
    void a_condition_can_be_the_opposite_or_ask_whether_there_is_an_answer() {
        show("sugar");
        choose("when: question", "drink");
        choose("when: comparison", "is not");
        browser.see("[data-field=when] .setting-words", "If not drink is tea");
        choose("when: comparison", "was not answered");
        browser.see("[data-field=when] .setting-words", "If not drink was answered");
        choose("when: question", "the language");
        choose("when: value", "ar");
        browser.see("[data-field=when] .setting-words", "If the language is ar");
        browser.click("[aria-label='when: remove']");
        browser.gone("[data-field=when]");
    }

    @Test
    void json_has_what_the_form_can_not_express() throws IOException {
        show("sugar");
        browser.click("[aria-label='when as JSON']");
        browser.seeFocus("when in a form");
        browser.type(
                "[data-field=when] textarea",
                Keys.chord(Keys.CONTROL, "a"),
                "{\"answer\": \"rate\", \"in\": [2, 3]}",
                Keys.TAB);
        browser.see("[data-field=when] .setting-words", "If rate is 2 or 3");
        browser.gone("[data-field=when] .as-json");
        show("rate");
        show("sugar");
        browser.see("[data-field=when] textarea");
        save();

        assertThat(read("survey.json")).contains("\"when\": {\"answer\": \"rate\", \"in\": [2, 3]}");
    }

    @Test
    void jumps_have_a_target_and_a_condition() throws IOException {
        show("drink");
        browser.see("[aria-label='Jump: value']");
        choose("Jump to", "why");
        browser.see("[data-field=next] .setting-words", "If drink is water, go to why");
        browser.click("[data-field=next] button", "Add a jump");
        choose("Jump 2 to", "screened out");
        browser.see("[data-field=next] .setting-words", "Go to screenOut");
        browser.click("[aria-label='Remove Jump 1']");
        browser.see("[data-field=next] .setting-words", "Go to screenOut");
        browser.gone("[aria-label='Jump 2 to']");
        save();

        assertThat(read("survey.json")).contains("\"next\": \"screenOut\"");
    }
}
