package dev.parlance.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample output in the documents is what the commands print. {@code -Dsamples=write} updates it. */
class SampleOutputTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");

    @Test
    void check_prints_costs_and_a_flow_chart() throws IOException {
        isSample("check.txt", Run.of("check", SAMPLES.resolve("tea").toString()).out());
    }

    @Test
    void check_prints_all_problems() throws IOException {
        isSample(
                "problems.txt",
                Run.of("check", SAMPLES.resolve("broken").toString()).err().replace(SAMPLES + "/broken/", "survey/"));
    }

    @Test
    void check_prints_warnings() throws IOException {
        String out = Run.of("check", SAMPLES.resolve("reviewed").toString()).out();

        isSample("warnings.txt", out.substring(0, out.indexOf("\n\n") + 1));
    }

    @Test
    void check_prints_missing_sentences() throws IOException {
        String out = Run.of("check", SAMPLES.resolve("tea").toString(), "--missing", "sw")
                .out();

        isSample("missing.txt", out.lines().limit(6).collect(Collectors.joining("\n", "", "\n…\n")));
    }

    @Test
    void prompts_are_exported_for_translators(@TempDir Path folder) throws IOException {
        String out = Run.of(
                        "prompts",
                        "export",
                        SAMPLES.resolve("translated").toString(),
                        "--to",
                        "xliff",
                        "--out",
                        folder.toString())
                .out();
        String xliff = Files.readString(folder.resolve("es-MX.xlf"));

        isSample("export.txt", out.replace(folder.toString(), "translations"));
        isSample(
                "unit.xlf",
                xliff.substring(
                        xliff.indexOf("      <trans-unit id=\"drink\""),
                        xliff.indexOf("      <trans-unit id=\"drink.tea\"")));
    }

    @Test
    void try_asks_the_questions() throws IOException {
        String[] typed = {"1", "two", "too cold"};

        Run run = Run.typing(
                String.join("\n", typed) + "\n", "try", SAMPLES.resolve("tea").toString());

        isSample("try.txt", withTyped(run.out(), typed));
    }

    /** In a terminal, what a person types appears after the prompt. */
    private static String withTyped(String out, String... lines) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (String line : out.split("\n", -1)) {
            boolean isPrompt = line.startsWith("> ") && next < lines.length;
            text.append(isPrompt ? "> " + lines[next++] + "\n" + line.substring(2) : line)
                    .append('\n');
        }
        return text.substring(0, text.length() - 1);
    }

    private static void isSample(String name, String out) throws IOException {
        Path sample = SAMPLES.resolve(name);
        if ("write".equals(System.getProperty("samples"))) {
            Files.writeString(sample, out);
        }
        assertThat(out).isEqualTo(Files.readString(sample));
    }
}
