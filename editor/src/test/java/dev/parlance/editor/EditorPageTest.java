package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.pages.testing.PageSize;
import dev.parlance.pages.testing.Theme;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page as a whole: sizes, themes, panes, chart, keys. */
class EditorPageTest extends EditorPage {
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
    void the_keys_are_listed() {
        browser.script("document.getElementById('part').focus()");
        browser.press("?");
        browser.see("dialog", "Show the differences, then save");
        assertThat(browser.problems()).isEmpty();
    }
}
