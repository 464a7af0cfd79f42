package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random changes of random JSON, written in random ways, change what they should and nothing else. */
class GeneratedJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DOCUMENTS = 400;

    private final Random random = new Random(11);

    @Test
    void a_replaced_or_added_value_is_the_only_change() throws JsonProcessingException {
        for (int i = 0; i < DOCUMENTS; i++) {
            String text = document();
            ObjectNode expected = (ObjectNode) JSON.readTree(text);
            String name = "m" + random.nextInt(5);
            JsonNode value = value();
            expected.set(name, value);

            String changed = JsonText.of(text).with(at("/" + name), value).text();

            assertThat(JSON.readTree(changed)).as(text).isEqualTo(expected);
            siblingsAreAsWritten(text, changed, name);
        }
    }

    @Test
    void a_removed_value_is_the_only_change() throws JsonProcessingException {
        for (int i = 0; i < DOCUMENTS; i++) {
            String text = document();
            ObjectNode expected = (ObjectNode) JSON.readTree(text);
            String name = "m" + random.nextInt(4);
            expected.remove(name);

            String changed = JsonText.of(text).without(at("/" + name)).text();

            assertThat(JSON.readTree(changed)).as(text).isEqualTo(expected);
            siblingsAreAsWritten(text, changed, name);
        }
    }

    @Test
    void elements_are_inserted_moved_and_removed_in_lists() throws JsonProcessingException {
        for (int i = 0; i < DOCUMENTS; i++) {
            String text = "{\"list\":" + blanks() + list(1) + blanks() + "}";
            ArrayNode expected = (ArrayNode) JSON.readTree(text).path("list");
            JsonText json = JsonText.of(text);
            int index = random.nextInt(expected.size() + 1);
            JsonNode value = value();
            expected.insert(index, value);
            json = json.inserted(at("/list"), index, value);
            assertThat(JSON.readTree(json.text()).path("list")).as(text).isEqualTo(expected);

            int from = random.nextInt(expected.size());
            int to = random.nextInt(expected.size());
            expected.insert(to, expected.remove(from));
            json = json.moved(at("/list"), from, to);
            assertThat(JSON.readTree(json.text()).path("list")).as(text).isEqualTo(expected);

            int removed = random.nextInt(expected.size());
            expected.remove(removed);
            json = json.without(at("/list/" + removed));
            assertThat(JSON.readTree(json.text()).path("list")).as(text).isEqualTo(expected);
        }
    }

    private static void siblingsAreAsWritten(String before, String after, String changed)
            throws JsonProcessingException {
        List<String> names = new ArrayList<>();
        JSON.readTree(before).fieldNames().forEachRemaining(names::add);
        JsonText old = JsonText.of(before);
        JsonText now = JsonText.of(after);
        for (String name : names) {
            if (!name.equals(changed)) {
                assertThat(now.rawAt(at("/" + name))).isEqualTo(old.rawAt(at("/" + name)));
            }
        }
    }

    private String document() {
        List<String> members = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            members.add("\"m" + i + "\"" + blanks() + ":" + blanks() + part(2));
        }
        return blanks() + "{" + joined(members) + "}" + blanks();
    }

    private String part(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> "\"a, [\\\"b\\\"] {c}\"";
            case 1 -> "5.00";
            case 2 -> "true";
            case 3 -> "\"\\u00e9\"";
            case 4 -> list(depth - 1);
            default -> "{" + joined(List.of("\"k\"" + blanks() + ":" + part(depth - 1))) + "}";
        };
    }

    private String list(int depth) {
        List<String> elements = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            elements.add(part(depth));
        }
        return "[" + joined(elements) + "]";
    }

    private String joined(List<String> parts) {
        return blanks() + String.join(blanks() + "," + blanks(), parts) + blanks();
    }

    private String blanks() {
        return List.of("", " ", "\n  ", "\r\n\t", "  ").get(random.nextInt(5));
    }

    private JsonNode value() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(4)) {
            case 0 -> nodes.textNode("new \"text\"\n");
            case 1 -> nodes.numberNode(7);
            case 2 -> nodes.arrayNode().add("x".repeat(70)).add("y".repeat(70));
            default -> nodes.objectNode().put("id", "new").put("kind", "text");
        };
    }

    private static JsonPointer at(String place) {
        return JsonPointer.compile(place);
    }
}
