package dev.parlance.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.prompt.PromptException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is reported for each survey in {@code broken-surveys.txt}. {@code -Dsamples=write} updates the file. */
class BrokenSurveysTest {
    private static final Path CASES = Path.of("src/test/resources/broken-surveys.txt");
    private static final String CASE = "\n=== ";
    private static final String FILE = "\n--- ";
    private static final String LATIN = " in ISO-8859-1";
    private static final String PROBLEMS = FILE + "problems\n";

    @TempDir
    private Path root;

    @TestFactory
    Stream<DynamicTest> each_problem_is_reported_once() throws IOException {
        List<String> sections = new ArrayList<>(List.of(Files.readString(CASES).split(CASE, -1)));
        String head = sections.remove(0);
        if ("write".equals(System.getProperty("samples"))) {
            List<String> written = new ArrayList<>(List.of(head));
            for (String section : sections) {
                written.add(given(section) + PROBLEMS + reported(section));
            }
            Files.writeString(CASES, String.join(CASE, written).stripTrailing() + "\n");
        }
        return List.of(Files.readString(CASES).split(CASE, -1)).subList(1, sections.size() + 1).stream()
                .map(section -> DynamicTest.dynamicTest(
                        name(section),
                        () -> assertThat(reported(section))
                                .isEqualToIgnoringNewLines(
                                        section.substring(given(section).length() + PROBLEMS.length()))));
    }

    private static String name(String section) {
        return section.substring(0, section.indexOf('\n'));
    }

    private static String given(String section) {
        return section.substring(0, section.indexOf(PROBLEMS));
    }

    private String reported(String section) throws IOException {
        Path folder = Files.createTempDirectory(root, "survey");
        for (String file : Arrays.asList(given(section).split(FILE, -1))
                .subList(1, given(section).split(FILE, -1).length)) {
            write(folder, file.substring(0, file.indexOf('\n')), file.substring(file.indexOf('\n') + 1));
        }
        return problems(folder).replace(folder + "/", "") + "\n";
    }

    private static void write(Path folder, String title, String text) throws IOException {
        boolean isLatin = title.endsWith(LATIN);
        Charset charset = isLatin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        Path file = folder.resolve(isLatin ? title.substring(0, title.length() - LATIN.length()) : title);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, charset);
    }

    private static String problems(Path folder) {
        try {
            SurveyFolder.at(folder).load();
            return "none";
        } catch (SurveyException e) {
            return lines(e.problems().isEmpty() ? List.of(String.valueOf(e.getMessage())) : e.problems());
        } catch (PromptException e) {
            return lines(e.problems().isEmpty() ? List.of(String.valueOf(e.getMessage())) : e.problems());
        }
    }

    private static String lines(List<?> problems) {
        return problems.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
