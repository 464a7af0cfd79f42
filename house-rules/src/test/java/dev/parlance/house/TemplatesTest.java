package dev.parlance.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parlance.tools.sam.SamTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Validates the templates of the examples with SAM's own schema, without its descriptions. */
class TemplatesTest {
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(schema());

    private static String schema() {
        try (InputStream in = Objects.requireNonNull(TemplatesTest.class.getResourceAsStream("/sam/schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Path> templates() {
        return ProjectFiles.files(file -> file.endsWith("template.yaml"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void each_template_is_valid(Path template) {
        assertThat(SCHEMA.validate(SamTemplate.read(template).toJson(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void each_template_refers_only_to_its_own_resources(Path template) {
        assertThat(SamTemplate.read(template).functions()).isNotEmpty();
    }

    @Test
    void a_template_with_a_mistake_is_invalid() {
        String json = SamTemplate.read(templates().get(0)).toJson();

        assertThat(SCHEMA.validate(json.replace("\"AutoPublishAlias\"", "\"AutoPublishAlia\""), InputFormat.JSON))
                .isNotEmpty();
    }
}
