package dev.parlance.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parlance.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The schema accepts a definition exactly if the reader finds no problem with its form. Run with {@code -Ddefinitions=100000} for
 * more definitions.
 */
class GeneratedDefinitionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COUNT = Integer.getInteger("definitions", 10_000);

    private static final Pattern FIELD = Pattern.compile("\"\\w+\":");
    private static final String KNOWN = "known fields are ";
    private static final int MOST_REPORTED = 20;

    private final JsonNode schema = JSON.readTree(Survey.schema());
    private final Schema validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Survey.schema());
    private final List<JsonNode> written = written();

    GeneratedDefinitionsTest() throws IOException {}

    @Test
    void the_schema_and_the_reader_agree_on_every_definition() {
        Map<JsonNode, String> disagreements = new LinkedHashMap<>();
        int accepted = 0;
        for (int i = 0; i < COUNT; i++) {
            JsonNode definition = definition(i);
            boolean isAccepted = accepts(definition);
            if (isAccepted != problems(definition).isEmpty()) {
                addSmallest(definition, "Definition " + i, disagreements);
            }
            accepted += isAccepted ? 1 : 0;
        }
        assertThat(disagreements.values()).isEmpty();

        assertThat(accepted).isBetween(COUNT / 4, COUNT * 3 / 4);
    }

    @Test
    void the_reader_rejects_a_field_that_is_there_twice() {
        for (int i = 1; i < 200; i += 2) {
            Random random = new Random(i);
            String json = new GeneratedJson(schema, random).next().toString();
            List<String> fields =
                    FIELD.matcher(json).results().map(MatchResult::group).toList();
            String twice = fields.get(random.nextInt(fields.size()));

            assertThatExceptionOfType(SurveyException.class)
                    .isThrownBy(() -> SurveyReader.schemaProblems(
                            "survey.json", json.replace(twice, twice + "1," + twice), Kinds.STANDARD))
                    .withMessageContaining("Duplicate field");
        }
    }

    /** A kind's fields are those that its reader looks for. */
    @Test
    void the_schema_has_every_field_that_the_reader_of_a_kind_knows() throws IOException {
        for (String kind : Kinds.STANDARD.names()) {
            JsonNode survey = JSON.readTree(
                    "{\"name\":\"x\",\"questions\":[{\"id\":\"a\",\"kind\":\"" + kind + "\",\"zzz\":1}]}");
            String problem = problems(survey).stream()
                    .map(Problem::message)
                    .filter(message -> message.contains(KNOWN))
                    .findFirst()
                    .orElseThrow();
            List<String> known = new ArrayList<>(List.of(
                    problem.substring(problem.indexOf(KNOWN) + KNOWN.length()).split(", ")));
            known.remove("group");
            List<String> published = new ArrayList<>();
            schema.path("$defs")
                    .path("question." + kind)
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(published::add);

            assertThat(published).as(kind).containsAll(known);
        }
    }

    private JsonNode definition(int number) {
        Random random = new Random(number);
        JsonNode valid = number % 4 == 0
                ? written.get(random.nextInt(written.size()))
                : new GeneratedJson(schema, random).next();
        return number % 2 == 0 ? new Mutation(random, fieldNames()).of(valid) : valid;
    }

    /** Adds the smallest part of a definition on which the schema and the reader disagree. */
    private void addSmallest(JsonNode definition, String name, Map<JsonNode, String> disagreements) {
        if (disagreements.size() < MOST_REPORTED) {
            JsonNode smallest = GeneratedJson.smallest(
                    definition, smaller -> accepts(smaller) != problems(smaller).isEmpty());
            disagreements.put(
                    smallest,
                    name + ": " + smallest + "\nSchema: " + validator.validate(smallest.toString(), InputFormat.JSON)
                            + "\nReader: " + problems(smallest));
        }
    }

    private boolean accepts(JsonNode definition) {
        return validator.validate(definition.toString(), InputFormat.JSON).isEmpty();
    }

    private static List<Problem> problems(JsonNode definition) {
        return SurveyReader.schemaProblems("survey.json", definition.toString(), Kinds.STANDARD);
    }

    private List<String> fieldNames() {
        TreeSet<String> names = new TreeSet<>(List.of("$comment", "colour"));
        schema.findValues("properties")
                .forEach(properties -> properties.fieldNames().forEachRemaining(names::add));
        return List.copyOf(names);
    }

    /** The definitions of the examples and of other tests. */
    private static List<JsonNode> written() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (String folder : List.of("../examples/surveys/gallery", "src/test/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(path -> path.endsWith("survey.json"))
                        .sorted()
                        .toList()) {
                    all.add(JSON.readTree(file.toFile()));
                }
            }
        }
        return all;
    }
}
