package dev.parlance.survey.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A JSON document that knows the line of each part. */
final class LocatedJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** A place as Jackson writes it. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: .*?; line: (\\d+), column: \\d+]");

    private final Map<String, Integer> lines = new HashMap<>();
    private final String file;
    private final JsonNode root;

    private LocatedJson(String file, String text) {
        this.file = file;
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            this.root = value(json, "");
            if (json.nextToken() != null) {
                throw broken(json.currentTokenLocation().getLineNr(), "has content after the end of the object");
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw broken(
                    line,
                    "is not valid JSON: "
                            + SOURCE.matcher(e.getOriginalMessage()).replaceAll("line $1"));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string failed", e);
        }
    }

    static LocatedJson parse(String file, String text) {
        return new LocatedJson(file, text);
    }

    JsonNode root() {
        return root;
    }

    /** The line of a part; if it is missing, the line of the nearest part that contains it. */
    int line(String path) {
        for (String at = path; !at.isEmpty(); at = parent(at)) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    /** The problem with its file and line. A problem of another file has them already. */
    Problem located(Problem problem) {
        return problem.line() > 0
                ? problem
                : new Problem(file, line(problem.path()), problem.path(), problem.message());
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    private JsonNode value(JsonParser json, String path) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null) {
            throw broken(1, "is empty");
        }
        lines.put(path, json.currentTokenLocation().getLineNr());
        return switch (token) {
            case START_OBJECT -> object(json, path);
            case START_ARRAY -> array(json, path);
            case VALUE_STRING -> NODES.textNode(json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NODES.numberNode(json.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object(JsonParser json, String path) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            object.set(name, value(json, path.isEmpty() ? name : path + "." + name));
        }
        return object;
    }

    private ArrayNode array(JsonParser json, String path) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(json, path + "[" + array.size() + "]"));
        }
        return array;
    }

    private SurveyException broken(int line, String what) {
        return SurveyException.of(List.of(new Problem(file, line, "", what)));
    }
}
