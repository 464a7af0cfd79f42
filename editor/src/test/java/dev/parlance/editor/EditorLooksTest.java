package dev.parlance.editor;

import dev.parlance.pages.testing.PageSize;
import dev.parlance.pages.testing.Theme;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What opens in the page is accessible and fits: on a desktop, in a window and on a phone, light and dark. */
class EditorLooksTest extends EditorPage {
    private record Look(PageSize size, Theme theme) {}

    private static final List<Look> LOOKS = List.of(
            new Look(PageSize.DESKTOP, Theme.LIGHT),
            new Look(PageSize.DESKTOP, Theme.DARK),
            new Look(PageSize.WINDOW, Theme.DARK),
            new Look(PageSize.PHONE, Theme.DARK),
            new Look(PageSize.PHONE, Theme.LIGHT));

    /** Looks at one state in all sizes and themes, without opening the page again. */
    private void fits(String state) {
        fits(state, "body");
    }

    /** Looks at one part of the page. */
    private void fits(String state, String part) {
        for (Look look : LOOKS) {
            browser.size(look.size());
            browser.theme(look.theme());
            browser.script("document.querySelector(arguments[0]).scrollIntoView()", part);
            fits(state, look.size(), look.theme());
        }
        browser.size(PageSize.DESKTOP);
    }

    @Test
    void dialogs_and_findings() {
        type("prompts/ar.env", "drink", "ماذا تحب {drink} 5 " + "كثيرا ".repeat(20));
        browser.see("#findings.bad");
        fits("editor-problem");
        browser.click("#save:not(:disabled)");
        browser.see(".diff-line.added");
        fits("editor-save");
        browser.press(Keys.ESCAPE);
        browser.click("#findings");
        browser.see(".finding-row");
        fits("editor-findings");
        browser.press(Keys.ESCAPE);
        browser.click("[aria-label='Rename']");
        browser.press("1", Keys.ENTER);
        browser.see("dialog .error");
        fits("editor-rename");
        browser.press(Keys.ESCAPE);
        browser.click("#add");
        browser.see("dialog");
        fits("editor-add");
        browser.press(Keys.ESCAPE);
        browser.click("[aria-label='Add a language']");
        browser.see("dialog");
        fits("editor-language");
    }

    @Test
    void the_chart_with_a_problem() {
        type("prompts/ar.env", "drink", "{nothing}");
        browser.see("#findings.bad");
        browser.click("#view-flow");
        browser.see(".flow-node.bad");
        fits("editor-flow");
    }

    @Test
    void conditions_jumps_groups_and_scales() {
        show("drink");
        browser.click("[data-field=next] .jump button", "Add a condition");
        fits("editor-jumps", ".jump");
        show("cups");
        fits("editor-group");
        browser.click("#add-more");
        browser.see("#outline .menu");
        browser.screenshot("editor-add-more");
        browser.click("#outline .menu button", "Add a scale");
        browser.press("good", Keys.ENTER);
        browser.see(".part-name", "good");
        fits("editor-scale");
    }

    @Test
    void a_conflict_on_disk() throws IOException {
        type("prompts/en.env", "drink", "Which drink?");
        browser.see("#save-words", "Save 1 file");
        write("prompts/en.env", ENGLISH.replace("What do you drink?", "What would you like?"));
        browser.see(".banner", "Another program");
        fits("editor-banner");
        browser.click(".banner button");
        browser.see("dialog", "1 place between markers");
        fits("editor-disk");
    }
}
