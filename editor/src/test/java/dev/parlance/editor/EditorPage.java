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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The editor, open in a browser on a small survey in two languages. All tests of a class share the browser. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class EditorPage {
    static final String DEFINITION = """
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
    static final String ENGLISH = """
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
    static final String ARABIC = """
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
    Path folder;

    Browser browser;
    SurveyEditor editor;

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

    void openPage() {
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

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    void show(String question) {
        browser.script(
                "[...document.querySelectorAll('.outline-row')].find(row => row.querySelector('.outline-id').textContent"
                        + " === arguments[0]).click()",
                question);
        browser.see(".part-name", question);
    }

    void type(String file, String key, String text) {
        String field = "textarea[data-file='" + file + "'][data-key='" + key + "']";
        browser.type(field, Keys.chord(Keys.CONTROL, "a"), text);
    }

    void save() {
        browser.see("#save:not(:disabled)");
        browser.press(Keys.chord(Keys.CONTROL, "s"));
        browser.click("#confirm-save");
        browser.see("#save-words", "Saved");
    }

    void openPageAt(PageSize size) {
        browser.open(editor.url());
        browser.see(".text-area");
        browser.see("#findings.good");
        browser.script("scrollTo(0, 0)");
        if (size.width() > 1279) {
            browser.see(".bubble");
        }
    }

    void fits(String state, PageSize size, Theme theme) {
        browser.screenshot(state + "-" + size + "-" + theme);
        assertThat(browser.problems()).as(state + " " + size + " " + theme).isEmpty();
    }

    void ignoreUnsaved() {
        browser.script("addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)");
    }
}
