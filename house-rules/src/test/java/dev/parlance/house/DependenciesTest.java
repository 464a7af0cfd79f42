package dev.parlance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that docs/DEPENDENCIES.md explains every dependency. */
class DependenciesTest {
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([\\w.-]+)</artifactId>");

    static List<Path> poms() {
        return ProjectFiles.files(file -> file.endsWith("pom.xml"));
    }

    @Test
    void the_bom_has_the_version_of_icu_that_is_tested() {
        String tested = version(
                ProjectFiles.read(ProjectFiles.ROOT.resolve("pom.xml")), "<icu4j.version>(.+?)</icu4j.version>");

        assertThat(version(
                        ProjectFiles.read(ProjectFiles.ROOT.resolve("bom/pom.xml")),
                        "<artifactId>icu4j</artifactId>\\s*<version>(.+?)</version>"))
                .isEqualTo(tested);
    }

    private static String version(String pom, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(pom);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @ParameterizedTest
    @MethodSource("poms")
    void each_artifact_of_a_pom_is_explained(Path pom) {
        String lines = ProjectFiles.read(ProjectFiles.ROOT.resolve("docs/DEPENDENCIES.md"));
        Set<String> unexplained = new TreeSet<>();
        ARTIFACT.matcher(ProjectFiles.read(pom))
                .results()
                .map(found -> found.group(1))
                .filter(artifact -> !artifact.startsWith("parlance-"))
                .filter(artifact -> !lines.contains("`" + artifact + "`"))
                .forEach(unexplained::add);

        assertThat(unexplained)
                .as("artifacts of %s that docs/DEPENDENCIES.md does not mention", pom)
                .isEmpty();
    }
}
