package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.pages.testing.Browser;
import dev.parlance.pages.testing.PageSize;
import dev.parlance.pages.testing.Theme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

@TestInstance(Lifecycle.PER_CLASS)
class EditorPageTest {
    private static final String DEFINITION = """
            {
              "name": "tea",
              "opening": "guess",
              "welcome": "welcome",
              "goodbye": "bye",
              "questions": [
                {"id": "drink", "kind": "choice", "options": ["tea", "coffee", "water"], "next": [{"when": {"answer": "drink", "is": "water"}, "to": "end"}]},
                {"id": "rate", "kind": "rating", "least": 1, "most": 5},
                {"group": "cups", "repeat": {"times": 2}, "questions": [
                  {"id": "sugar", "kind": "yesNo", "when": {"answer": "rate", "atLeast": 2}}
                ]},
                {"id": "why", "kind": "text", "optional": true, "next": [{"when": {"answer": "rate", "atMost": 1}, "to": "rate"}]}
              ]
            }
            """;
    private static final String ENGLISH = """
            # What people drink
            welcome=Hello!
            bye=Goodbye, and thank you for {drink}.
            bye.unanswered=Goodbye.

            drink=What do you drink?
            drink.tea=Tea
            drink.coffee=Coffee
            drink.water=Water
            drink.unanswered=nothing
            rate=How do you like it, from 1 to 5?
            sugar=Do you take sugar in cup {n}?
            why=Why?
            """;
    private static final String ARABIC = """
            welcome=مرحبا!
            bye=مع السلامة، شكرا على {drink}.
            bye.unanswered=مع السلامة.
            drink=ماذا تشرب؟
            drink.tea=شاي
            drink.coffee=قهوة
            drink.water=ماء
            drink.unanswered=لا شيء
            rate=ما رأيك، من 1 إلى 5؟
            sugar=هل تريد السكر في الكوب {n}؟
            why=لماذا؟
            """;

    @TempDir
    private Path folder;

    private Browser browser;
    private SurveyEditor editor;

    @BeforeAll
    void start() {
        browser = new Browser();
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("prompts"));
        write("survey.json", DEFINITION);
        write("prompts/en.env", ENGLISH);
        write("prompts/ar.env", ARABIC);
        editor = SurveyEditor.open(folder, 0);
        browser.size(PageSize.DESKTOP);
        browser.theme(Theme.LIGHT);
        openPage();
    }

    private void openPage() {
        browser.open(editor.url());
        browser.see("#findings", "No problems");
    }

    @AfterEach
    void close() {
        ignoreUnsaved();
        browser.open(URI.create("about:blank"));
        browser.consoleErrors();
        editor.close();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private void show(String question) {
        browser.script(
                "[...document.querySelectorAll('.outline-row')].find(row => row.querySelector('.outline-id').textContent"
                        + " === arguments[0]).click()",
                question);
        browser.see(".part-name", question);
    }

    private void type(String file, String key, String text) {
        String field = "textarea[data-file='" + file + "'][data-key='" + key + "']";
        browser.type(field, Keys.chord(Keys.CONTROL, "a"), text);
    }

    private void save() {
        browser.see("#save:not(:disabled)");
        browser.press(Keys.chord(Keys.CONTROL, "s"));
        browser.click("#confirm-save");
        browser.see("#save-words", "Saved");
    }

    @Test
    void the_page_is_right_at_all_sizes_in_both_themes() {
        for (PageSize size : PageSize.values()) {
            for (Theme theme : Theme.values()) {
                browser.size(size);
                browser.theme(theme);
                openPageAt(size);
                browser.screenshot("editor-" + size + "-" + theme);
                assertThat(browser.problems()).as(size + " " + theme).isEmpty();
                browser.click("#view-flow");
                browser.see(".flow-node");
                browser.screenshot("editor-flow-" + size + "-" + theme);
                assertThat(browser.problems()).as("flow " + size + " " + theme).isEmpty();
            }
        }
    }

    private void openPageAt(PageSize size) {
        browser.open(editor.url());
        browser.see(".text-area");
        browser.see("#findings.good");
        browser.script("scrollTo(0, 0)");
        if (size.width() > 1279) {
            browser.see(".bubble");
        }
    }

    @Test
    void on_a_narrow_page_the_questions_and_the_phone_have_panes_of_their_own() {
        browser.size(PageSize.PHONE);
        openPageAt(PageSize.PHONE);
        browser.click(".panes button", "All questions");
        browser.see(".outline-row");
        assertThat(browser.problems()).isEmpty();
        browser.screenshot("editor-outline-PHONE");
        show("rate");
        browser.see(".part-name", "rate");
        browser.click(".panes button", "Phone");
        browser.see(".bubble", "What do you drink?");
        assertThat(browser.problems()).isEmpty();
        browser.screenshot("editor-phone-PHONE");
    }

    @Test
    void dialogs_fit_at_all_sizes_in_both_themes() {
        for (PageSize size : PageSize.values()) {
            for (Theme theme : Theme.values()) {
                browser.size(size);
                browser.theme(theme);
                openPageAt(size);
                type("prompts/ar.env", "drink", "ماذا تحب {drink} 5 " + "كثيرا ".repeat(20));
                browser.see("#findings.bad");
                browser.click("#save:not(:disabled)");
                browser.see(".diff-line.added");
                fits("editor-save", size, theme);
                browser.press(Keys.ESCAPE);
                browser.click("#findings");
                browser.see(".finding-row");
                fits("editor-findings", size, theme);
                browser.press(Keys.ESCAPE);
                browser.click("[aria-label='Rename']");
                browser.press("1", Keys.ENTER);
                browser.see("dialog .error");
                fits("editor-rename", size, theme);
                browser.press(Keys.ESCAPE);
                ignoreUnsaved();
            }
        }
    }

    private void fits(String state, PageSize size, Theme theme) {
        browser.screenshot(state + "-" + size + "-" + theme);
        assertThat(browser.problems()).as(state + " " + size + " " + theme).isEmpty();
    }

    private void ignoreUnsaved() {
        browser.script("addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)");
    }

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
    void the_flow_chart_leads_to_its_questions() {
        browser.click("#view-flow");
        browser.see(4, ".flow-node");
        browser.see(".flow-frame", "cups, 2 times");
        browser.see(".flow-label", "drink is water");
        browser.see(".flow-edge.back");
        browser.see(".flow-end.end", "End");
        browser.click("[data-place='/questions/1'].flow-node");
        browser.see(".part-name", "rate");
        browser.press(Keys.chord(Keys.CONTROL, Keys.ALT, "f"));
        browser.see(".flow-node[aria-current=true]", "rate");
        browser.script("document.querySelector('.flow-node[aria-current=true]').focus()");
        browser.press("-");
        browser.see("#flow-zoom", "80%");
        browser.press("+", "+");
        browser.see("#flow-zoom", "125%");
        browser.press("0");
        browser.press(Keys.ARROW_DOWN);
        browser.press(Keys.ENTER);
        browser.see(".part-name", "sugar");
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

    @Test
    void the_keys_are_listed() {
        browser.script("document.getElementById('part').focus()");
        browser.press("?");
        browser.see("dialog", "Show the differences, then save");
        assertThat(browser.problems()).isEmpty();
    }
}
