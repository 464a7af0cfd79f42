package dev.parlance.examples.survey;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The demo's link "Edit this survey". */
class EditingTest {
    @TempDir
    private Path folder;

    @Test
    void a_text_that_is_changed_in_the_editor_is_what_new_respondents_get() throws IOException {
        SurveyFiles.copyTo(folder);
        try (Demo demo = new Demo(folder, 0, 0);
                Browser browser = new Browser()) {
            browser.size(1600, 1000);
            browser.open(demo.simulatorUrl());
            browser.see("a[href='" + demo.editorUrl() + "']", "Edit this survey");
            browser.open(demo.editorUrl());
            browser.click(".outline-row");
            String welcome = "textarea[data-file='prompts/en-US.env'][data-key='welcome']";
            browser.type(welcome, Keys.chord(Keys.CONTROL, "a"), "Good to see you.");
            browser.see("#save-words", "Save 1 file");
            browser.press(Keys.chord(Keys.CONTROL, "s"));
            browser.click("#confirm-save");
            browser.see("#save-words", "Saved");
            browser.open(URI.create("about:blank"));
            demo.doPeriodicWork();

            demo.phone("+12025550106").texts("hello").receives("Good to see you.");
        }
    }
}
