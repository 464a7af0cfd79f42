package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.pages.testing.Browser;
import dev.parlance.pages.testing.PageSpeed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A survey of 300 questions in eight languages. The bounds are generous, for a busy machine; docs/BENCHMARKS.md has the real numbers. */
@TestInstance(Lifecycle.PER_CLASS)
class EditorSpeedTest {
    private static final int QUESTIONS = 300;
    private static final double PAINT_MILLIS = 1_000;
    private static final double SHOWN_MILLIS = 5_000;
    private static final double INTERACTION_MILLIS = 300;
    private static final double ANSWER_MILLIS = 2_000;
    private static final String SCROLL =
            "const list = document.querySelector(arguments[0]); list.scrollTop = Math.random() * list.scrollHeight";
    private static final String TYPE = "const area = document.querySelector(arguments[0]); area.value += ' or another';"
            + " area.dispatchEvent(new Event('input'))";
    /** The time until an element's text or state changes, after a click. */
    private static final String MEASURE_ANSWER = """
            const [selector, changing] = arguments;
            const start = performance.now();
            const answer = new Promise(done => new MutationObserver(() => done(performance.now() - start))
              .observe(document.querySelector(changing), {childList: true, characterData: true, subtree: true}));
            document.querySelector(selector).click();
            return answer;
            """;

    private final Browser browser = new Browser();
    private final PageSpeed speed = new PageSpeed(browser);
    private SurveyEditor editor;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        write(folder);
        editor = SurveyEditor.open(folder, 0);
        openPage();
    }

    @AfterAll
    void close() {
        browser.script("addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)");
        browser.open(URI.create("about:blank"));
        browser.close();
        editor.close();
    }

    private void openPage() {
        browser.open(editor.url());
        browser.see(".text-area");
        browser.see("#findings.good, #findings.warn");
    }

    @Test
    void the_page_is_there_soon() {
        openPage(); // a second time, since the first opening warms up the browser and the server

        assertThat(speed.firstPaint()).isLessThan(PAINT_MILLIS);
        assertThat(speed.mark("the survey is shown", "survey")).isLessThan(SHOWN_MILLIS);
    }

    @Test
    void what_a_person_does_takes_a_moment() {
        for (int question : List.of(3, 150, 299)) {
            isFast(speed.click("choose a question", "[data-place='/questions/" + question + "']"));
        }
        isFast(speed.frame("scroll the questions", SCROLL, ".outline-list"));
        isFast(speed.click("open the flow chart", "#view-flow"));
        isFast(speed.frame("scroll the flow chart", SCROLL, "#flow-scroll"));
        isFast(speed.click("larger", "[aria-label^='Zoom in']"));
        isFast(speed.click("back to the questions", "#view-questions"));
        isFast(speed.click("open the flow chart again", "#view-flow"));
        isFast(speed.click("choose in the flow chart", ".flow-node"));
    }

    @Test
    void a_text_is_typed_and_taken_back_in_a_moment() {
        isFast(speed.frame("type", TYPE, ".text-area"));
        browser.see("#save-words", "Save 1 file");
        isFast(speed.click("undo, to the next frame", "#undo"));
        browser.see("#save-words", "Saved");
        answers("redo, until it is shown", "#redo", "#save-words");
        browser.see("#save-words", "Save 1 file");
        answers("undo, until it is shown", "#undo", "#save-words");
        browser.see("#save-words", "Saved");
    }

    private static void isFast(double millis) {
        assertThat(millis).isLessThan(INTERACTION_MILLIS);
    }

    private void answers(String what, String selector, String changing) {
        assertThat(speed.measure(what, MEASURE_ANSWER, selector, changing)).isLessThan(ANSWER_MILLIS);
    }

    private static void write(Path folder) throws IOException {
        StringBuilder survey = new StringBuilder("{\"name\": \"large\", \"opening\": \"guess\", \"questions\": [\n");
        StringBuilder prompts = new StringBuilder();
        for (int i = 0; i < QUESTIONS; i++) {
            survey.append("  {\"id\": \"q" + i
                            + "\", \"kind\": \"choice\", \"options\": [\"red\", \"green\", \"blue\"]")
                    .append(
                            i % 10 == 0 && i + 5 < QUESTIONS
                                    ? ", \"next\": [{\"when\": {\"answer\": \"q" + i
                                            + "\", \"is\": \"red\"}, \"to\": \"q" + (i + 5) + "\"}]"
                                    : "")
                    .append(i + 1 < QUESTIONS ? "},\n" : "}\n");
            prompts.append("q" + i + "=Which colour has the thing of number " + i + "?\n")
                    .append("q" + i + ".red=Crimson\nq" + i + ".green=Emerald\nq" + i + ".blue=Sapphire\n");
        }
        Files.writeString(folder.resolve("survey.json"), survey + "]}\n");
        Files.createDirectories(folder.resolve("prompts"));
        for (String tag : List.of("en", "es", "fr", "de", "pt", "ar", "hi", "zh")) {
            Files.writeString(folder.resolve("prompts/" + tag + ".env"), prompts);
        }
    }
}
