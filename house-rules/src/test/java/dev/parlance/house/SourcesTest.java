package dev.parlance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no compiler checks. */
class SourcesTest {
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)(\\*/\\n)?(?:^@.*\\n(?:^ .*\\n)*)*^public [a-z -]*(?:class|interface|record|enum) (\\w+)");

    @Test
    void every_public_type_says_what_it_is_for() {
        assertThat(sources()
                        .flatMap(file -> PUBLIC_TYPE
                                .matcher(House.read(file))
                                .results()
                                .filter(type -> type.group(1) == null)
                                .map(type -> type.group(2))))
                .as("public types without a javadoc")
                .isEmpty();
    }

    @Test
    void every_package_says_whether_null_may_be() {
        List<Path> packages = sources().map(Path::getParent).distinct().toList();

        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(House.read(folder.resolve("package-info.java")))
                        .contains("@NullMarked"));
    }

    @Test
    void no_module_needs_of_its_users_what_it_does_not_bring() {
        assertThat(House.files(file -> file.endsWith("module-info.java")))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(House.read(file)).doesNotContain("static transitive"));
    }

    private static Stream<Path> sources() {
        return House.files(file -> House.isJava(file) && file.toString().contains("src/main/java/")).stream()
                .filter(file -> !file.startsWith(House.ROOT.resolve("examples")))
                .filter(file -> !file.startsWith(House.ROOT.resolve("benchmarks")))
                .filter(file -> !file.endsWith("module-info.java"));
    }
}
