package dev.parlance.examples.echo;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.parlance.tools.sam.SamFunction;
import dev.parlance.tools.sam.SamTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the template against the code. */
class TemplateTest {
    private final SamTemplate template = SamTemplate.read(Path.of("template.yaml"));

    @Test
    void each_handler_class_can_be_created_by_lambda() throws ReflectiveOperationException {
        for (SamFunction function : template.functions()) {
            assertThat(Class.forName(function.handlerClass())
                            .getConstructors()[0]
                            .getParameterCount())
                    .isZero();
            assertThat(RequestStreamHandler.class).isAssignableFrom(Class.forName(function.handlerClass()));
        }
    }

    @Test
    void each_environment_variable_is_used() throws IOException {
        String sources = sources();
        for (SamFunction function : template.functions()) {
            assertThat(function.environment().keySet()).allMatch(name -> sources.contains('"' + name + '"'));
        }
    }

    @Test
    void no_function_has_wildcard_permissions() {
        for (SamFunction function : template.functions()) {
            assertThat(function.allowedActions()).isNotEmpty().noneMatch(action -> action.contains("*"));
            assertThat(function.allowedResources()).noneMatch(resource -> resource.equals("*"));
        }
    }

    @Test
    void the_package_is_small() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target/lib"))) {
            assertThat(files.mapToLong(TemplateTest::size).sum()).isLessThan(12_000_000);
        }
    }

    private static long size(Path file) {
        try {
            return Files.isDirectory(file) ? 0 : Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
