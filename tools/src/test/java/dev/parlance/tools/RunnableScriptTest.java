package dev.parlance.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script behind {@code ./parlance} and {@code ./parlance-serverless}, in a small project with a fake Maven. */
class RunnableScriptTest {
    private static final Path SCRIPTS = Path.of("../.mvn").toAbsolutePath();
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path root;

    @BeforeEach
    void project() throws IOException {
        for (String script : new String[] {"need.sh", "runnable.sh"}) {
            write(".mvn/" + script, Files.readString(SCRIPTS.resolve(script)));
        }
        write(".mvn/maven", """
                #!/bin/sh
                echo built
                mkdir -p "$root/app/target"
                [ -f "$root/app/target/app-runnable.jar" ] || : > "$root/app/target/app-runnable.jar"
                """);
        write("bin/javac", "#!/bin/sh\n");
        write("bin/java", "#!/bin/sh\necho \"ran $3\"\n");
        write("pom.xml", "<project/>");
        write("app/pom.xml", "<artifactId>parlance-app</artifactId>\n<artifactId>parlance-core</artifactId>\n");
        write("app/src/main/java/App.java", "");
        write("app/src/test/java/AppTest.java", "");
        write("core/pom.xml", "<artifactId>parlance-core</artifactId>\n");
        write("core/src/main/resources/words.txt", "");
        write("other/pom.xml", "<artifactId>parlance-other</artifactId>\n");
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList()) {
                Files.setLastModifiedTime(each, FileTime.from(LONG_AGO)); // a folder is as new as its newest entry
            }
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String run() throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-euc", ". \"$root/.mvn/runnable.sh\"; runnable app hello");
        shell.environment().put("root", root.toString());
        shell.environment().put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
        Process process = shell.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    @Test
    void the_program_is_built_once() throws Exception {
        assertThat(run()).isEqualTo("built\nran hello\n");
        assertThat(run()).isEqualTo("ran hello\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app/src/main/java/App.java",
                "app/src/main/java",
                "app/pom.xml",
                "core/src/main/resources/words.txt",
                "core/pom.xml",
                "pom.xml"
            })
    void a_newer_source_triggers_one_build(String source) throws Exception {
        run();
        Path jar = root.resolve("app/target/app-runnable.jar");
        Files.setLastModifiedTime(jar, FileTime.from(LONG_AGO.plusSeconds(60)));
        assertThat(run()).isEqualTo("ran hello\n");

        Files.setLastModifiedTime(root.resolve(source), FileTime.from(LONG_AGO.plusSeconds(120)));

        assertThat(run()).isEqualTo("built\nran hello\n");
        assertThat(run()).isEqualTo("ran hello\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app/src/test/java/AppTest.java", "other/pom.xml"})
    void changes_of_tests_and_other_modules_do_not_trigger_a_build(String source) throws Exception {
        run();
        Files.setLastModifiedTime(root.resolve("app/target/app-runnable.jar"), FileTime.from(LONG_AGO.plusSeconds(60)));
        Files.setLastModifiedTime(root.resolve(source), FileTime.from(LONG_AGO.plusSeconds(120)));

        assertThat(run()).isEqualTo("ran hello\n");
    }
}
