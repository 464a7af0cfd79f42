package dev.parlance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks rules that no compiler checks. */
class SourcesTest {
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)(\\*/\\n)?(?:^@.*\\n(?:^ .*\\n)*)*^public [a-z -]*(?:class|interface|record|enum) (\\w+)");

    @Test
    void every_public_type_has_a_javadoc() {
        assertThat(sources()
                        .flatMap(file -> PUBLIC_TYPE
                                .matcher(ProjectFiles.read(file))
                                .results()
                                .filter(type -> type.group(1) == null)
                                .map(type -> type.group(2))))
                .as("public types without a javadoc")
                .isEmpty();
    }

    @Test
    void every_package_is_null_marked() {
        List<Path> packages = sources().map(Path::getParent).distinct().toList();

        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(ProjectFiles.read(folder.resolve("package-info.java")))
                        .contains("@NullMarked"));
    }

    @Test
    void no_module_requires_static_transitive() {
        assertThat(ProjectFiles.files(file -> file.endsWith("module-info.java")))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ProjectFiles.read(file)).doesNotContain("static transitive"));
    }

    private static Stream<Path> sources() {
        return ProjectFiles.files(
                        file -> ProjectFiles.isJava(file) && file.toString().contains("src/main/java/"))
                .stream()
                .filter(file -> !file.startsWith(ProjectFiles.ROOT.resolve("examples")))
                .filter(file -> !file.startsWith(ProjectFiles.ROOT.resolve("benchmarks")))
                .filter(file -> !file.endsWith("module-info.java"));
    }
}
