package dev.parlance.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Compiles and runs the source of a test. */
final class CopiedTest {
    private static final String NAME = "CopiedFromSimulatorTest";

    private CopiedTest() {}

    static void passes(String source) {
        run(source).testEvents().assertStatistics(all -> all.started(1).succeeded(1));
    }

    static void fails(String source) {
        run(source).testEvents().assertStatistics(all -> all.started(1).failed(1));
    }

    private static EngineExecutionResults run(String source) {
        try {
            Path folder = Files.createTempDirectory("copied");
            try {
                compile(folder, source);
                try (URLClassLoader classes =
                        new URLClassLoader(new URL[] {folder.toUri().toURL()}, CopiedTest.class.getClassLoader())) {
                    return EngineTestKit.engine("junit-jupiter")
                            .selectors(selectClass(classes.loadClass(NAME)))
                            .execute();
                } catch (ClassNotFoundException e) {
                    throw new AssertionError("The test has another name:\n" + source, e);
                }
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path folder, String source) throws IOException {
        Path file = Files.writeString(folder.resolve(NAME + ".java"), source);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        System.err,
                        List.of(
                                        "-Xlint:all,-processing,-path,-classfile",
                                        "-Werror",
                                        "-proc:none",
                                        "-encoding",
                                        "UTF-8",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "-d",
                                        folder.toString(),
                                        file.toString())
                                .toArray(String[]::new));
        assertThat(result).as(source).isZero();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
