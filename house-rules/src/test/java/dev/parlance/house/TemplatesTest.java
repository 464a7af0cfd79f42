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

/** The templates of the examples are such as SAM takes, by SAM's own schema: its names and types, without its words. */
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
        return House.files(file -> file.endsWith("template.yaml"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void each_is_valid(Path template) {
        assertThat(SCHEMA.validate(SamTemplate.read(template).toJson(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void each_refers_only_to_what_is_in_it(Path template) {
        assertThat(SamTemplate.read(template).functions()).isNotEmpty();
    }

    @Test
    void one_with_a_mistake_is_not_valid() {
        String json = SamTemplate.read(templates().get(0)).toJson();

        assertThat(SCHEMA.validate(json.replace("\"AutoPublishAlias\"", "\"AutoPublishAlia\""), InputFormat.JSON))
                .isNotEmpty();
    }
}
