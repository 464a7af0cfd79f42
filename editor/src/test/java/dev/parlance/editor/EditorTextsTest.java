package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Writing texts, and trying them. */
class EditorTextsTest extends EditorPage {
    @Test
    void a_changed_text_is_shown_as_a_difference_and_saved() throws IOException {
        type("prompts/ar.env", "drink", "ماذا تحب {drink}؟");
        browser.see("mark", "{drink}");
        browser.see("#save-words", "Save 1 file");
        browser.press(Keys.chord(Keys.CONTROL, "s"));
        browser.see(".diff-line.removed", "drink=ماذا تشرب؟");
        browser.see(".diff-line.added", "drink=ماذا تحب {drink}؟");
        browser.see("dialog", "The survey has 1 problem");
        browser.screenshot("editor-save");
        assertThat(browser.problems()).isEmpty();
        browser.press(Keys.ESCAPE);
        type("prompts/ar.env", "drink", "ماذا تحب؟");
        save();

        assertThat(read("prompts/ar.env")).isEqualTo(ARABIC.replace("ماذا تشرب؟", "ماذا تحب؟"));
        assertThat(read("prompts/en.env")).isEqualTo(ENGLISH);
        assertThat(read("survey.json")).isEqualTo(DEFINITION);
    }

    @Test
    void each_text_has_its_size_and_cost() {
        browser.see(".text-size", "1 segment · 18/160 · 2 s");
        browser.see(".texts-total", "as texted: 1 segment");
        type("prompts/en.env", "drink", "Tea, café or ça va?");
        browser.see(".text-size", "UCS-2 because of ç");
        type("prompts/en.env", "drink", "x".repeat(161));
        browser.see(".text-size", "2 segments · 161/306");
        browser.see(".text-size", "$0.0166");
    }

    @Test
    void what_is_missing_and_what_the_check_says_is_shown_at_its_place() throws IOException {
        type("prompts/ar.env", "drink.tea", Keys.BACK_SPACE.toString());
        browser.see(".text-cell.missing", "Missing translation");
        browser.see(".language-choice", "1 missing");
        browser.see("#part-findings .finding.bad", "drink.tea");
        browser.see("#phone", "The survey can’t run yet");
    }

    @Test
    void undo_takes_a_typed_text_back_as_a_whole() {
        type("prompts/en.env", "drink", "Which drink?");
        browser.see(".outline-row", "Which drink?");
        browser.press(Keys.chord(Keys.CONTROL, "z"));
        browser.see(".outline-row", "What do you drink?");
        browser.see("#save-words", "Saved");
        browser.press(Keys.chord(Keys.CONTROL, Keys.SHIFT, "z"));
        browser.see(".outline-row", "Which drink?");
    }

    @Test
    void the_phone_takes_the_survey_with_the_changes_that_are_not_saved() {
        browser.see(".bubble", "What do you drink?");
        browser.type(".phone-input input", "1", Keys.ENTER);
        browser.see(".bubble.mine", "1");
        browser.see(".bubble", "How do you like it");
        show("rate");
        type("prompts/en.env", "rate", "How good is it, from 1 to 5?");
        browser.see(".bubble", "How good is it, from 1 to 5?");
        browser.see(".bubble.mine", "1");
        browser.type(".phone-input input", "5", Keys.ENTER);
        browser.see(".bubble", "Do you take sugar in cup 1?");
        browser.screenshot("editor-phone");
        browser.click(".phone-head button", "Call");
        browser.see(0, ".bubble.mine");
    }

    @Test
    void a_call_takes_keys_words_and_silence_in_any_language() {
        browser.click(".phone-head button", "Call");
        browser.see(".bubble", "For Tea, press 1");
        browser.click("[aria-label='Say nothing']");
        browser.see(".bubble.silent", "silence");
        browser.type(".phone-input input", "2", Keys.ENTER);
        browser.see(".bubble", "How do you like it");
        browser.script("const select = document.querySelector('.phone-language select'); select.value = 'ar';"
                + " select.dispatchEvent(new Event('change'))");
        browser.see(".bubble", "ماذا تشرب؟");
        browser.type(".phone-input input", "ماء", Keys.ENTER);
        browser.see(".phone-note", "Completed");
        browser.see(".answers", "water");
        browser.screenshot("editor-call-arabic");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void the_columns_of_languages_can_be_chosen() {
        browser.see(2, ".texts-language");
        browser.click(".language-choice button", "English");
        browser.see(1, ".texts-language");
        assertThat(browser.script("return document.querySelector('.text-area').dir"))
                .isEqualTo("rtl");
        browser.click(".language-choice button", "English");
        browser.see(2, ".texts-language");
    }
}
