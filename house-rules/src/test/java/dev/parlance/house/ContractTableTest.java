package dev.parlance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that docs/SIGNATURES.md lists every adapter that passes the contract of signed requests, and how it differs. */
class ContractTableTest {
    private static final Path PAGE = ProjectFiles.ROOT.resolve("docs/SIGNATURES.md");
    private static final Path REQUESTS = ProjectFiles.ROOT.resolve(
            "webhook-contract/src/main/resources/dev/parlance/security/contract/signed-requests.txt");
    private static final Pattern ADAPTER =
            Pattern.compile("\\bclass \\w+\\s*(?:extends|:)\\s+SignedRequestsContract\\b");
    private static final Pattern DIFFERENCE = Pattern.compile("\\bDifference\\(\\s*\"([^\"]+)\"");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+");

    static List<Path> adapters() {
        return ProjectFiles.files(file -> file.toString().matches("(?!webhook-contract/src/main/).*\\.(java|kt)"))
                .stream()
                .filter(file -> ADAPTER.matcher(ProjectFiles.read(file)).find())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void each_adapter_has_its_differences_in_the_table(Path adapter) {
        List<String> rows = rows(adapter);

        assertThat(rows).as("rows of the table for %s", adapter).isNotEmpty();
        assertThat(found(QUOTED, String.join("\n", rows)))
                .as("differences of %s", adapter)
                .isEqualTo(found(DIFFERENCE, ProjectFiles.read(adapter)));
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void each_version_is_the_one_that_is_tested(Path adapter) {
        String versions = ProjectFiles.files(file -> file.endsWith("pom.xml")).stream()
                .map(ProjectFiles::read)
                .collect(Collectors.joining());

        for (String version : found(
                VERSION,
                rows(adapter).stream().map(row -> row.split("\\|", -1)[2]).collect(Collectors.joining()))) {
            assertThat(versions).as("version of %s", adapter).contains(">" + version + "<");
        }
    }

    @Test
    void the_page_has_the_number_of_requests() {
        long number = ProjectFiles.read(REQUESTS)
                .lines()
                .filter(line -> line.startsWith("## "))
                .count();

        assertThat(ProjectFiles.read(PAGE))
                .contains("has " + number + " signed requests")
                .contains("the " + number + " requests");
    }

    private static List<String> rows(Path adapter) {
        String link = "(../" + ProjectFiles.ROOT.relativize(adapter) + ")";
        return ProjectFiles.read(PAGE)
                .lines()
                .filter(line -> line.startsWith("|") && line.contains(link))
                .toList();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(each -> each.groupCount() == 0 ? each.group() : each.group(1))
                .collect(Collectors.toSet());
    }
}
