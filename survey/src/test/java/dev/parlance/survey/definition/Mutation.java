package dev.parlance.survey.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes one change to a document, such as a mistake that a person could make. */
final class Mutation {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TEXTS =
            List.of("", " ", "nonsense", "P", "PT", "24h", "2026-2-3", "25:00", "+0", "http:/x", "1x", "a b", "-");
    private static final List<BigDecimal> NUMBERS = List.of(
            BigDecimal.ZERO,
            BigDecimal.ONE,
            BigDecimal.ONE.negate(),
            new BigDecimal("1.0"),
            new BigDecimal("1.5"),
            new BigDecimal("51"),
            new BigDecimal("101"),
            new BigDecimal("1001"),
            new BigDecimal("1e6"),
            new BigDecimal("-40000"));

    private final Random random;
    private final List<String> fieldNames;

    /**
     * Creates mutations.
     *
     * @param fieldNames names that a field can have somewhere
     */
    Mutation(Random random, List<String> fieldNames) {
        this.random = random;
        this.fieldNames = fieldNames;
    }

    JsonNode of(JsonNode document) {
        JsonNode changed = document.deepCopy();
        List<JsonNode> places = new ArrayList<>();
        addContainers(changed, places);
        JsonNode place = places.get(random.nextInt(places.size()));
        if (place instanceof ObjectNode object) {
            change(object, places);
        } else {
            change((ArrayNode) place, places);
        }
        return changed;
    }

    private static void addContainers(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
        }
        node.forEach(part -> addContainers(part, places));
    }

    private void change(ObjectNode object, List<JsonNode> places) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(4) == 0) {
            object.set(pick(fieldNames), other(places));
            return;
        }
        String name = pick(names);
        JsonNode value = object.get(name);
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name + "s", object.remove(name));
            case 2 -> object.putNull(name);
            case 3 -> object.set(pick(fieldNames), object.remove(name));
            default -> object.set(name, wrong(value));
        }
    }

    private void change(ArrayNode array, List<JsonNode> places) {
        int at = array.isEmpty() ? 0 : random.nextInt(array.size());
        switch (array.isEmpty() ? 0 : random.nextInt(5)) {
            case 0 -> array.add(other(places));
            case 1 -> array.remove(at);
            case 2 -> array.removeAll();
            case 3 -> {
                JsonNode item = array.get(at);
                while (array.size() < (item.isObject() ? 3 : 101)) {
                    array.add(item);
                }
            }
            default -> array.set(at, wrong(array.get(at)));
        }
    }

    /** A copy of a part of the document, or any value. */
    private JsonNode other(List<JsonNode> parts) {
        return random.nextBoolean() ? pick(parts).deepCopy() : wrong(JSON.nullNode());
    }

    /** Another value: often one of the same type. */
    private JsonNode wrong(JsonNode value) {
        if (value.isTextual() && random.nextBoolean()) {
            return JSON.textNode(value.asText() + pick(TEXTS));
        }
        if (value.isNumber() && random.nextBoolean()) {
            return JSON.numberNode(pick(NUMBERS));
        }
        return switch (random.nextInt(7)) {
            case 0 -> JSON.booleanNode(random.nextBoolean());
            case 1 -> JSON.numberNode(pick(NUMBERS));
            case 2 -> JSON.arrayNode();
            case 3 -> JSON.objectNode();
            case 4 -> JSON.arrayNode().add(value);
            case 5 -> JSON.nullNode();
            default -> JSON.textNode(pick(TEXTS));
        };
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
