package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.tools.sam.SamFunction;
import dev.parlance.tools.sam.SamTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the template against the code. */
@ParameterizedClass
@ValueSource(strings = {"dynamodb", "s3"})
class TemplateTest {
    @Parameter
    private String store;

    private SamTemplate template;

    @BeforeEach
    void read() {
        template = SamTemplate.read(Path.of("template.yaml")).withParameter("Store", store);
    }

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
    void the_text_with_the_answers_is_delayed() throws IOException {
        JsonNode queue = new ObjectMapper().readTree(template.toJson()).at("/Resources/AnswersQueue/Properties");

        assertThat(queue.path("DelaySeconds").asInt()).isBetween(2, 60);
        assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt()).isBetween(1, 5);
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
