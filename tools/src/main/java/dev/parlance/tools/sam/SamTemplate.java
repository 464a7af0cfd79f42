package dev.parlance.tools.sam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * A SAM template with its parameters, conditions and references resolved.
 *
 * <pre>{@code
 * SamTemplate template = SamTemplate.read(Path.of("template.yaml")).withParameter("Store", "s3");
 * template.functions().forEach(function -> System.out.println(function.handlerClass()));
 * }</pre>
 *
 * <p>Supports {@code Ref}, {@code Sub}, {@code GetAtt}, {@code Join}, {@code If}, {@code Equals}, {@code Not} and {@code Split}.
 * Immutable.
 */
public final class SamTemplate {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final JsonNode source;
    private final Map<String, String> parameters;
    private final JsonNode resolved;

    private SamTemplate(Path file, JsonNode source, Map<String, String> parameters) {
        this.file = file;
        this.source = source;
        this.parameters = parameters;
        this.resolved = new Resolver(source, parameters).resolve();
    }

    /**
     * Reads a template in JSON or YAML, including short forms such as {@code !Ref}.
     *
     * @throws IllegalArgumentException if the template is malformed, refers to itself or to something missing, or uses an
     *     unsupported function
     */
    public static SamTemplate read(Path file) {
        try {
            return new SamTemplate(file, JSON.valueToTree(CloudFormationYaml.parse(Files.readString(file))), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the template " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** A copy with this value of a parameter instead of its default. */
    public SamTemplate withParameter(String parameter, String value) {
        if (!source.path("Parameters").has(parameter)) {
            throw new IllegalArgumentException(file + " has no parameter " + parameter);
        }
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new SamTemplate(file, source, more);
    }

    /** The folder of the template. A {@code CodeUri} is relative to it. */
    Path folder() {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
    }

    /** The whole template as JSON, with references in their long form, such as {@code {"Ref":"Table"}}. */
    public String toJson() {
        return source.toPrettyString();
    }

    /** The outputs of the template, by name. */
    Map<String, String> outputs() {
        Map<String, String> outputs = new LinkedHashMap<>();
        resolved.path("Outputs")
                .properties()
                .forEach(output -> outputs.put(
                        output.getKey(), output.getValue().path("Value").asText()));
        return outputs;
    }

    /** The functions of the template. */
    public List<SamFunction> functions() {
        JsonNode globals = resolved.path("Globals").path("Function");
        return resources("AWS::Serverless::Function").entrySet().stream()
                .map(resource -> new SamFunction(resource.getKey(), resource.getValue(), globals))
                .toList();
    }

    /** The properties of all resources of a type that the conditions include, by name. */
    Map<String, JsonNode> resources(String type) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        forEachResource((name, resource) -> {
            if (resource.path("Type").asText().equals(type)) {
                found.put(name, resource.path("Properties"));
            }
        });
        return found;
    }

    /** The types of all resources that the conditions include. */
    Set<String> resourceTypes() {
        Set<String> types = new TreeSet<>();
        forEachResource((name, resource) -> types.add(resource.path("Type").asText()));
        return types;
    }

    private void forEachResource(BiConsumer<String, JsonNode> action) {
        resolved.path("Resources").properties().forEach(each -> action.accept(each.getKey(), each.getValue()));
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
