package dev.parlance.fake.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.catalog.Catalog;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Parameter;
import dev.parlance.fake.twilio.catalog.Route;
import dev.parlance.fake.twilio.catalog.Type;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each operation refuses an invalid value of each of its parameters, and a missing one that is required. */
class BadRequestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = """
            | invalid | in bodies: refused | of | in queries: refused | of |
            | --- | --- | --- | --- | --- |""";

    private final Sample sample = new Sample();
    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> accepted = new ArrayList<>();

    /** A value that a type does not allow. */
    private record Bad(String kind, JsonNode value) {}

    @Test
    void every_invalid_parameter_is_refused() throws IOException {
        try (FakeTwilio twilio = FakeTwilio.start()) {
            Catalog.documents()
                    .forEach(document -> document.operations().forEach(operation -> check(twilio, operation)));
        }
        List<String> table = new ArrayList<>(List.of(HEAD));
        counts.forEach((kind, count) ->
                table.add("| %s | %d | %d | %d | %d |".formatted(kind, count[0], count[1], count[2], count[3])));

        assertThat(accepted).isEmpty();
        OperationsPage.check("refusals", table);
    }

    private void check(FakeTwilio twilio, Operation operation) {
        for (Parameter parameter : operation.parameters()) {
            if (parameter.isInput()) {
                for (Bad bad : bad(parameter.name(), parameter.type())) {
                    check(twilio, operation, parameter, bad);
                }
                if (parameter.isRequired()) {
                    check(twilio, operation, parameter, new Bad("missing", JSON.missingNode()));
                }
            }
        }
    }

    private void check(FakeTwilio twilio, Operation operation, Parameter parameter, Bad bad) {
        WebhookResponse response =
                twilio.backend().api().answer(operation.route().host(), request(twilio, operation, parameter, bad));
        int[] count = counts.computeIfAbsent(bad.kind(), any -> new int[4]);
        int column = parameter.place().equals("query") ? 2 : 0;
        count[column + 1]++;
        if (refuses(response, parameter.name())) {
            count[column]++;
        } else {
            accepted.add(operation + " " + parameter + " " + bad + ": " + response.bodyText());
        }
    }

    /** Whether a response refuses this parameter, and no other. */
    private static boolean refuses(WebhookResponse response, String parameter) {
        boolean hasOwnCode = !response.bodyText().contains("\"code\":20001,");
        return response.status() == 400 && (hasOwnCode || response.bodyText().contains(" " + parameter));
    }

    private static List<Bad> bad(String name, Type type) {
        if (type.item().isPresent()) {
            return bad(name, type.item().get()).stream()
                    .map(bad -> new Bad(bad.kind(), JSON.createArrayNode().add(bad.value())))
                    .toList();
        }
        List<Bad> bad = new ArrayList<>();
        switch (type.name()) {
            case "boolean" -> bad.add(text("boolean", "perhaps"));
            case "integer" -> bad.add(text("whole number", "1.5"));
            case "number" -> bad.add(text("number", "much"));
            case "string" -> badText(name, type, bad);
            default -> {}
        }
        type.limit("min").ifPresent(min -> bad.add(number(Long.parseLong(min) - 1)));
        if (!name.equals("PageSize")) {
            type.limit("max").ifPresent(max -> bad.add(number(Long.parseLong(max) + 1)));
        }
        return bad;
    }

    private static void badText(String name, Type type, List<Bad> bad) {
        if (!type.words().isEmpty()) {
            bad.add(text("word", "no-such-word"));
        } else if (type.isSid()) {
            bad.add(text("SID", "nonsense"));
            if (!type.prefixes().isEmpty()) {
                bad.add(text("SID", Sample.sid("QQ".equals(type.prefixes().get(0)) ? "AA" : "QQ")));
            }
        } else if (type.format().equals("uri") || name.endsWith("Url")) {
            bad.add(text("URL", "nonsense"));
            bad.add(text("URL", "javascript:alert(1)"));
        } else if (type.format().startsWith("date")) {
            bad.add(text("date or time", "yesterday"));
            bad.add(text("date or time", "2026-02-30"));
        } else if (type.format().equals("http-method")) {
            bad.add(text("method", "BREW"));
        } else if (type.format().equals("iso-country-code")) {
            bad.add(text("country", "Atlantis"));
        } else if (type.format().equals("email")) {
            bad.add(text("e-mail address", "nonsense"));
        }
    }

    private static Bad text(String kind, String value) {
        return new Bad(kind, JSON.getNodeFactory().textNode(value));
    }

    private static Bad number(long value) {
        return new Bad("range", JSON.getNodeFactory().numberNode(value));
    }

    /** A request that is valid except for one parameter. */
    private WebhookRequest request(FakeTwilio twilio, Operation operation, Parameter wrong, Bad bad) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        operation.parameters().stream()
                .filter(parameter -> parameter.isInput() && parameter.isRequired())
                .forEach(parameter -> values.put(parameter.name(), valid(parameter)));
        values.put(wrong.name(), bad.value());
        values.values().removeIf(JsonNode::isMissingNode);
        List<String> query = new ArrayList<>();
        List<String> form = new ArrayList<>();
        ObjectNode json = JSON.createObjectNode();
        operation.parameters().stream().filter(Parameter::isInput).forEach(parameter -> {
            JsonNode value = values.get(parameter.name());
            if (value != null) {
                switch (parameter.place()) {
                    case "query" -> query.add(pair(parameter.name(), value));
                    case "form" -> form.add(pair(parameter.name(), value));
                    default -> json.set(parameter.name(), value);
                }
            }
        });
        String login = twilio.accountSid() + ":" + twilio.authToken().reveal();
        WebhookRequest request = WebhookRequest.of(
                        operation.method(),
                        "https://" + operation.route().host() + ".twilio.com" + path(twilio, operation) + "?"
                                + String.join("&", query),
                        Headers.none(),
                        new byte[0])
                .withHeader(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        return json.isEmpty()
                ? request.withBody(
                        "application/x-www-form-urlencoded",
                        String.join("&", form).getBytes(StandardCharsets.UTF_8))
                : request.withBody("application/json", json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode valid(Parameter parameter) {
        String value = sample.of(parameter.name(), parameter.type());
        if (parameter.place().equals("json") && !parameter.type().is("string")) {
            try {
                JsonNode node = JSON.readTree(value);
                return parameter.type().is("list") ? JSON.createArrayNode().add(node) : node;
            } catch (IOException e) {
                return JSON.createArrayNode().add(value);
            }
        }
        return JSON.getNodeFactory().textNode(value);
    }

    private static String path(FakeTwilio twilio, Operation operation) {
        List<String> segments = new ArrayList<>();
        for (String segment : operation.route().segments()) {
            segments.add(Route.isVariable(segment) ? twilio.accountSid() : segment);
        }
        return "/" + String.join("/", segments) + operation.route().suffix();
    }

    private static String pair(String name, JsonNode value) {
        String text = value.isArray() ? value.path(0).asText() : value.asText();
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
