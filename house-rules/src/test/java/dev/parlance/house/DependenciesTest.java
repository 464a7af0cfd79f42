package dev.parlance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing comes in without a line in docs/DEPENDENCIES.md that says why it is there. */
class DependenciesTest {
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([\\w.-]+)</artifactId>");

    static List<Path> poms() {
        return House.files(file -> file.endsWith("pom.xml"));
    }

    @ParameterizedTest
    @MethodSource("poms")
    void each_artifact_of_a_pom_has_its_line(Path pom) {
        String lines = House.read(House.ROOT.resolve("docs/DEPENDENCIES.md"));
        Set<String> without = new TreeSet<>();
        ARTIFACT.matcher(House.read(pom))
                .results()
                .map(found -> found.group(1))
                .filter(artifact -> !artifact.startsWith("parlance-"))
                .filter(artifact -> !lines.contains("`" + artifact + "`"))
                .forEach(without::add);

        assertThat(without)
                .as("artifacts of %s with no line in docs/DEPENDENCIES.md", pom)
                .isEmpty();
    }
}
