package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.pages.testing.Browser;
import dev.parlance.pages.testing.PageSize;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The code and the picture of docs/EDITING.md. */
class EditingManualTest {
    @TempDir
    private Path root;

    @Test
    void a_program_opens_the_page() {
        Path folder = root.resolve("survey");
        Copies.copy(Path.of("../examples/coffee/src/main/resources/survey"), folder);
        // snippet: open
        SurveyEditor editor = SurveyEditor.open(folder, 0);
        System.out.println("Open " + editor.url());
        // end
        try (editor;
                Browser browser = new Browser()) {
            browser.size(PageSize.LAPTOP);
            browser.open(editor.url());
            browser.see(".bubble");
            browser.click(".outline-row[data-place='/questions/2']");
            browser.type(".phone-input input", "2", Keys.ENTER);
            browser.see(".bubble.mine");
            browser.script("document.getElementById('folder').textContent = 'coffee/survey'"); // for the picture
            browser.screenshot("editor");

            assertThat(browser.texts(".outline-row")).isNotEmpty();
        }
    }
}
