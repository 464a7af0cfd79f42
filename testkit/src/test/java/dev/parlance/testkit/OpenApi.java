package dev.parlance.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks responses against Twilio's OpenAPI documents, from lists of fields in the test resources. */
final class OpenApi {
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Map<String, String>> schemas = new HashMap<>();
    private final Set<Operation> seen = new LinkedHashSet<>();

    /** A documented response: {@code answer} is a schema, a page of a schema, or a dash for no body. */
    record Operation(String file, String method, String path, int status, String answer) {
        boolean matches(String otherMethod, String otherPath, int otherStatus) {
            return method.equals(otherMethod)
                    && status == otherStatus
                    && otherPath.matches(path.replaceAll("\\{\\w+}", "[^/]+").replace(".", "\\."));
        }

        @Override
        public String toString() {
            return method + " " + path + " " + status;
        }
    }

    OpenApi(String... files) {
        Arrays.stream(files).forEach(this::load);
    }

    private void load(String file) {
        String name = "/openapi/" + file + ".fields";
        try (var lines = new BufferedReader(
                new InputStreamReader(OpenApi.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            Map<String, String> schema = Map.of();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#") || line.isBlank()) {
                    continue;
                }
                if (line.startsWith("schema ")) {
                    schema = new LinkedHashMap<>();
                    schemas.put(file + " " + line.substring(7), schema);
                } else if (line.startsWith("  ")) {
                    String[] field = line.strip().split(" ", 2);
                    schema.put(field[0], field[1]);
                } else {
                    String[] words = line.split(" ", 4);
                    operations.add(new Operation(file, words[0], words[1], Integer.parseInt(words[2]), words[3]));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The deviations of a response from the documents. */
    List<String> problems(String method, String path, int status, JsonNode body) {
        Operation operation = operations.stream()
                .filter(candidate -> candidate.matches(method, path, status))
                .findFirst()
                .orElse(null);
        if (operation == null) {
            return List.of("undocumented response " + status + " to " + method + " " + path);
        }
        seen.add(operation);
        List<String> problems = new ArrayList<>();
        String[] answer = operation.answer().split(" ", 3);
        switch (answer[0]) {
            case "-" -> {
                if (!body.isMissingNode()) {
                    problems.add("unexpected body");
                }
            }
            case "page" -> {
                checkPage(operation, answer[1], body, problems);
                body.path(answer[1]).forEach(item -> check(operation.file() + " " + answer[2], item, problems));
            }
            default -> check(operation.file() + " " + answer[0], body, problems);
        }
        return problems;
    }

    private void checkPage(Operation operation, String key, JsonNode body, List<String> problems) {
        Map<String, String> page = schemas.get(operation.file() + " page");
        page.forEach((field, type) -> {
            JsonNode value = field.startsWith("meta.") ? body.path("meta").path(field.substring(5)) : body.path(field);
            checkValue(field, type.contains("nullable") ? type : type + " required", value, problems);
        });
        if (!body.path(key).isArray()) {
            problems.add("missing list " + key);
        }
    }

    private void check(String schemaName, JsonNode item, List<String> problems) {
        Map<String, String> schema = schemas.get(schemaName);
        Set<String> unknown = new TreeSet<>();
        item.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(schema.keySet());
        unknown.forEach(field -> problems.add(schemaName + ": unknown field " + field));
        schema.forEach((field, type) -> checkValue(schemaName + "." + field, type, item.path(field), problems));
    }

    private static void checkValue(String name, String type, JsonNode value, List<String> problems) {
        if (value.isMissingNode()) {
            problems.add(name + " is missing");
            return;
        }
        if (value.isNull()) {
            if (!type.contains("nullable")) {
                problems.add(name + " is null");
            }
            return;
        }
        for (String word : type.split(" ", -1)) {
            if (!fits(word, value)) {
                problems.add(name + " is not " + word + ": " + value);
            }
        }
    }

    private static boolean fits(String word, JsonNode value) {
        String[] rule = word.split("=", 2);
        String text = value.asText();
        return switch (rule[0]) {
            case "string" -> value.isTextual();
            case "integer" -> value.isInt();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "pattern" -> text.matches(rule[1]);
            case "enum" -> Arrays.asList(rule[1].split("\\|", -1)).contains(text);
            case "format" -> hasFormat(rule[1], text);
            default -> true;
        };
    }

    private static boolean hasFormat(String format, String text) {
        return switch (format) {
            case "date-time" -> parses(() -> Instant.parse(text));
            case "date-time-rfc-2822" -> parses(() -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            case "phone-number" -> text.matches("[+\\w:]+");
            case "currency" -> text.matches("[A-Za-z]{3}");
            default -> true;
        };
    }

    private static boolean parses(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** The documented responses that have not been checked. */
    Set<String> unseen() {
        Set<String> unseen = new TreeSet<>();
        operations.stream()
                .filter(operation -> !seen.contains(operation))
                .forEach(operation -> unseen.add(operation.toString()));
        return unseen;
    }
}
