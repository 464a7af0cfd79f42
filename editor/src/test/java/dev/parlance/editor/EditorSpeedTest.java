package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.pages.testing.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on a survey of 300 questions in eight languages. Bounds are generous; the page is much faster on a quiet machine. */
class EditorSpeedTest {
    private static final int QUESTIONS = 300;
    private static final double PAINT_MILLIS = 2_000;
    private static final double INTERACTION_MILLIS = 500;

    @TempDir
    private Path folder;

    @Test
    void a_large_survey_is_shown_and_edited_without_waiting() throws IOException {
        write();
        try (SurveyEditor editor = SurveyEditor.open(folder, 0);
                Browser browser = new Browser()) {
            browser.open(editor.url());
            browser.see(".text-area");
            double paint =
                    number(browser, "return performance.getEntriesByName('first-contentful-paint')[0].startTime");
            browser.see("#findings.good, #findings.warn");
            double selecting = number(browser, """
                    const row = document.querySelector("[data-place='/questions/250']");
                    const start = performance.now();
                    row.click();
                    document.body.offsetHeight;
                    return performance.now() - start;
                    """);
            double typing = number(browser, """
                    const area = document.querySelector('.text-area');
                    const start = performance.now();
                    area.value = 'Another text';
                    area.dispatchEvent(new Event('input'));
                    document.body.offsetHeight;
                    return performance.now() - start;
                    """);
            browser.see("#save-words", "Save 1 file");
            double drawing = number(browser, """
                    const start = performance.now();
                    document.getElementById('view-flow').click();
                    document.body.offsetHeight;
                    return performance.now() - start;
                    """);
            System.getLogger(EditorSpeedTest.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            "first paint {0} ms, selecting {1} ms, typing {2} ms, drawing the chart {3} ms",
                            paint,
                            selecting,
                            typing,
                            drawing);

            assertThat(paint).isLessThan(PAINT_MILLIS);
            assertThat(List.of(selecting, typing)).allMatch(millis -> millis < INTERACTION_MILLIS);
            assertThat(drawing).isLessThan(PAINT_MILLIS);
        }
    }

    private static double number(Browser browser, String script) {
        return browser.script(script) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private void write() throws IOException {
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
