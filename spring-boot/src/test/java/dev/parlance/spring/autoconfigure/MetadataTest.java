package dev.parlance.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks what an editor knows of the properties. */
class MetadataTest {
    private static final JsonNode METADATA = metadata();

    private static JsonNode metadata() {
        Class<?> module = ParlanceProperties.class;
        String file = module.getProtectionDomain().getCodeSource().getLocation()
                + "META-INF/spring-configuration-metadata.json";
        try (InputStream json = URI.create(file).toURL().openStream()) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_property_has_a_description_without_javadoc_tags() {
        List<String> wrong = new ArrayList<>();
        for (JsonNode property : METADATA.get("properties")) {
            String description = property.path("description").asText();
            if (description.isBlank() || description.contains("{@")) {
                wrong.add(property.get("name").asText());
            }
        }

        assertThat(METADATA.get("properties")).hasSizeGreaterThan(15);
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_hint_is_for_a_property() {
        Set<String> names =
                METADATA.get("properties").findValuesAsText("name").stream().collect(Collectors.toSet());

        assertThat(METADATA.get("hints").findValuesAsText("name").stream()
                        .filter(name -> name.contains("."))
                        .toList())
                .isNotEmpty()
                .allMatch(names::contains);
    }
}
