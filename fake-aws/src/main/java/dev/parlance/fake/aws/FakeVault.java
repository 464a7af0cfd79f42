package dev.parlance.fake.aws;

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

/** Secrets Manager and Parameter Store. */
final class FakeVault {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE_SIZE = 10;

    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final NavigableMap<String, String> parameters = new ConcurrentSkipListMap<>();

    void secret(String id, String value) {
        secrets.put(id, value);
    }

    void parameter(String name, String value) {
        parameters.put(name, value);
    }

    ObjectNode getSecretValue(JsonNode request) {
        String id = request.path("SecretId").asText();
        String value =
                Optional.ofNullable(secrets.get(id)).orElseThrow(() -> new AwsError("ResourceNotFoundException"));
        return JSON.createObjectNode().put("Name", id).put("SecretString", value);
    }

    ObjectNode getParameter(JsonNode request) {
        String name = request.path("Name").asText();
        String value = Optional.ofNullable(parameters.get(name)).orElseThrow(() -> new AwsError("ParameterNotFound"));
        ObjectNode response = JSON.createObjectNode();
        response.set("Parameter", parameter(Map.entry(name, value)));
        return response;
    }

    /** Ten parameters a page, as AWS returns them. The token is the last name of the page. */
    ObjectNode getParametersByPath(JsonNode request) {
        String path = request.path("Path").asText();
        String prefix = path.endsWith("/") ? path : path + "/";
        String after = request.path("NextToken").asText("");
        List<Map.Entry<String, String>> below = parameters.tailMap(after, false).entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith(prefix))
                .limit(PAGE_SIZE + 1L)
                .toList();
        ObjectNode response = JSON.createObjectNode();
        ArrayNode page = response.putArray("Parameters");
        below.stream().limit(PAGE_SIZE).forEach(parameter -> page.add(parameter(parameter)));
        if (below.size() > PAGE_SIZE) {
            response.put("NextToken", below.get(PAGE_SIZE - 1).getKey());
        }
        return response;
    }

    private static ObjectNode parameter(Map.Entry<String, String> parameter) {
        return JSON.createObjectNode()
                .put("Name", parameter.getKey())
                .put("Type", "SecureString")
                .put("Value", parameter.getValue());
    }
}
