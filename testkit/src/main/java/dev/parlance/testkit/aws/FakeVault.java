package dev.parlance.testkit.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Secrets and parameters. */
final class FakeVault {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_IN_A_PAGE = 10;

    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final NavigableMap<String, String> parameters = new ConcurrentSkipListMap<>();

    void secret(String id, String value) {
        secrets.put(id, value);
    }

    void parameter(String name, String value) {
        parameters.put(name, value);
    }

    ObjectNode getSecretValue(JsonNode asked) {
        String id = asked.path("SecretId").asText();
        String value =
                Optional.ofNullable(secrets.get(id)).orElseThrow(() -> new AwsRefusal("ResourceNotFoundException"));
        return JSON.createObjectNode().put("Name", id).put("SecretString", value);
    }

    ObjectNode getParameter(JsonNode asked) {
        String name = asked.path("Name").asText();
        String value = Optional.ofNullable(parameters.get(name)).orElseThrow(() -> new AwsRefusal("ParameterNotFound"));
        ObjectNode answer = JSON.createObjectNode();
        answer.set("Parameter", parameter(Map.entry(name, value)));
        return answer;
    }

    /** Ten in a page, as the service gives them; the token is the last name. */
    ObjectNode getParametersByPath(JsonNode asked) {
        String path = asked.path("Path").asText();
        String prefix = path.endsWith("/") ? path : path + "/";
        String after = asked.path("NextToken").asText("");
        List<Map.Entry<String, String>> below = parameters.tailMap(after, false).entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith(prefix))
                .limit(MOST_IN_A_PAGE + 1L)
                .toList();
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode page = answer.putArray("Parameters");
        below.stream().limit(MOST_IN_A_PAGE).forEach(parameter -> page.add(parameter(parameter)));
        if (below.size() > MOST_IN_A_PAGE) {
            answer.put("NextToken", below.get(MOST_IN_A_PAGE - 1).getKey());
        }
        return answer;
    }

    private static ObjectNode parameter(Map.Entry<String, String> parameter) {
        return JSON.createObjectNode()
                .put("Name", parameter.getKey())
                .put("Type", "SecureString")
                .put("Value", parameter.getValue());
    }
}
