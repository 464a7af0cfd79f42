package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.pages.testing.Browser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
    /** The time until the next frame is on the screen, after what a user does. */
    private static final String MEASURE = """
            const [selector, action] = arguments;
            const element = document.querySelector(selector);
            const start = performance.now();
            if (action === 'scroll') {
              element.scrollTop = Math.random() * element.scrollHeight;
            } else if (action === 'type') {
              element.value += ' or another';
              element.dispatchEvent(new Event('input'));
            } else {
              element.click();
            }
            return new Promise(done => requestAnimationFrame(() => {
              document.body.offsetHeight;
              const channel = new MessageChannel();
              channel.port1.onmessage = () => done(performance.now() - start);
              channel.port2.postMessage('');
            }));
            """;
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
        double paint = number("return performance.getEntriesByName('first-contentful-paint')[0].startTime");
        double shown = number("return performance.getEntriesByName('survey')[0].startTime");
        log("first paint", paint);
        log("the survey is shown", shown);

        assertThat(paint).isLessThan(PAINT_MILLIS);
        assertThat(shown).isLessThan(SHOWN_MILLIS);
    }

    @Test
    void what_a_person_does_takes_a_moment() {
        for (int question : List.of(3, 150, 299)) {
            isFast("choose a question", "[data-place='/questions/" + question + "']", "click");
        }
        isFast("scroll the questions", ".outline-list", "scroll");
        isFast("open the flow chart", "#view-flow", "click");
        isFast("scroll the flow chart", "#flow-scroll", "scroll");
        isFast("larger", "[aria-label^='Zoom in']", "click");
        isFast("back to the questions", "#view-questions", "click");
        isFast("open the flow chart again", "#view-flow", "click");
        isFast("choose in the flow chart", ".flow-node", "click");
    }

    @Test
    void a_text_is_typed_and_taken_back_in_a_moment() {
        isFast("type", ".text-area", "type");
        browser.see("#save-words", "Save 1 file");
        isFast("undo, to the next frame", "#undo", "click");
        browser.see("#save-words", "Saved");
        answers("redo, until it is shown", "#redo", "#save-words");
        browser.see("#save-words", "Save 1 file");
        answers("undo, until it is shown", "#undo", "#save-words");
        browser.see("#save-words", "Saved");
    }

    private void isFast(String what, String selector, String action) {
        double millis = number(MEASURE, selector, action);
        log(what, millis);
        assertThat(millis).as(what).isLessThan(INTERACTION_MILLIS);
    }

    private void answers(String what, String selector, String changing) {
        double millis = number(MEASURE_ANSWER, selector, changing);
        log(what, millis);
        assertThat(millis).as(what).isLessThan(ANSWER_MILLIS);
    }

    private double number(String script, Object... arguments) {
        return ((Number) Objects.requireNonNull(browser.script(script, arguments))).doubleValue();
    }

    private static void log(String what, double millis) {
        System.getLogger(EditorSpeedTest.class.getName())
                .log(System.Logger.Level.INFO, "{0}: {1} ms", what, Math.round(millis));
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
