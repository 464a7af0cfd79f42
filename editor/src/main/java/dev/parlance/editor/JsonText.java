package dev.parlance.editor;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.editor.JsonSpans.Kind;
import dev.parlance.editor.JsonSpans.Member;
import dev.parlance.editor.JsonSpans.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON text whose parts can be replaced, added, removed and moved. All other characters stay as they are: blanks, line breaks, the
 * order of keys, how numbers are written. New parts look like those around them. Immutable.
 */
final class JsonText {
    private static final String MARK = "\uFEFF";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String mark;
    private final String text;
    private final Node root;

    private JsonText(String mark, String text) {
        this.mark = mark;
        this.text = text;
        try {
            this.root = JsonSpans.of(text);
        } catch (IOException e) {
            throw new EditException("Correct the file first: it is not valid JSON.", e);
        }
    }

    /** Reads a text; throws an {@link EditException} if it is not JSON. */
    static JsonText of(String text) {
        return text.startsWith(MARK) ? new JsonText(MARK, text.substring(1)) : new JsonText("", text);
    }

    String text() {
        return mark + text;
    }

    /** The value at a place; a missing node if the place does not exist. */
    JsonNode at(JsonPointer place) {
        return JsonSpans.find(root, place)
                .map(node -> parsed(text.substring(node.start(), node.end())))
                .orElseGet(JSON::missingNode);
    }

    /** The text of the value at a place, as it is written. */
    String rawAt(JsonPointer place) {
        Node node = existing(place);
        return text.substring(node.start(), node.end());
    }

    /** Replaces a value, or adds it to its object. */
    JsonText with(JsonPointer place, JsonNode value) {
        Node parent = existing(place.head());
        String name = place.last().getMatchingProperty();
        int index = parent.indexOf(name);
        JsonStyle style = style();
        if (index >= 0) {
            Node old = parent.members().get(index).value();
            boolean wasLong = text.substring(old.start(), old.end()).contains("\n");
            return replaced(old.start(), old.end(), style.written(value, indentAt(old.start()), wasLong));
        }
        if (parent.kind() != Kind.OBJECT) {
            throw new EditException("There is no place " + place + " in the file.");
        }
        boolean isSpread = !parent.members().isEmpty() && gapBefore(parent, 0).contains("\n");
        String indent = isSpread ? indentAt(parent.members().get(0).start()) : indentAt(parent.start());
        return inserted(parent, parent.members().size(), style.key(name) + style.written(value, indent, false));
    }

    /** Replaces a value by a text, which must be JSON. */
    JsonText withRaw(JsonPointer place, String json) {
        JsonNode unused = parsed(json);
        Node old = existing(place);
        return replaced(old.start(), old.end(), json.strip());
    }

    /** Inserts an element into an array. */
    JsonText inserted(JsonPointer array, int index, JsonNode value) {
        Node parent = array(array);
        boolean isEmpty = parent.members().isEmpty();
        Node neighbour =
                isEmpty ? parent : parent.members().get(Math.max(0, index - 1)).value();
        boolean isLong =
                !isEmpty && text.substring(neighbour.start(), neighbour.end()).contains("\n");
        return inserted(parent, index, style().written(value, indentAt(neighbour.start()), isLong));
    }

    /** Removes a member of an object, or an element of an array. */
    JsonText without(JsonPointer place) {
        Node parent = existing(place.head());
        int index = parent.indexOf(place.last().getMatchingProperty());
        if (index < 0) {
            return this;
        }
        List<Member> members = parent.members();
        Member removed = members.get(index);
        if (members.size() == 1) {
            return replaced(parent.start() + 1, parent.end() - 1, "");
        }
        return index + 1 < members.size()
                ? replaced(removed.start(), members.get(index + 1).start(), "")
                : replaced(members.get(index - 1).value().end(), removed.value().end(), "");
    }

    /** Gives a member of an object another key, in its old place. */
    JsonText renamed(JsonPointer place, String name) {
        Node parent = existing(place.head());
        int index = parent.indexOf(place.last().getMatchingProperty());
        if (index < 0 || parent.kind() != Kind.OBJECT) {
            throw new EditException("There is no place " + place + " in the file.");
        }
        if (parent.indexOf(name) >= 0) {
            throw new EditException("There is already a " + name + ".");
        }
        Member member = parent.members().get(index);
        int colon = text.lastIndexOf(':', member.value().start());
        int end = text.lastIndexOf('"', colon) + 1;
        return replaced(
                member.start(), end, JSON.getNodeFactory().textNode(name).toString());
    }

    /** Moves an element of an array. What is between the elements stays where it is. */
    JsonText moved(JsonPointer array, int from, int to) {
        List<Member> members = array(array).members();
        List<Member> order = new ArrayList<>(members);
        order.add(to, order.remove(from));
        StringBuilder moved = new StringBuilder(text);
        for (int i = members.size() - 1; i >= 0; i--) {
            Node slot = members.get(i).value();
            Node content = order.get(i).value();
            moved.replace(slot.start(), slot.end(), text.substring(content.start(), content.end()));
        }
        return new JsonText(mark, moved.toString());
    }

    private JsonText inserted(Node parent, int index, String part) {
        List<Member> members = parent.members();
        if (members.isEmpty()) {
            return replaced(parent.start() + 1, parent.end() - 1, part);
        }
        if (index < members.size()) {
            int at = members.get(index).start();
            return replaced(at, at, part + "," + blanksBefore(parent, Math.max(1, index)));
        }
        int end = members.get(members.size() - 1).value().end();
        return replaced(end, end, "," + blanksBefore(parent, members.size() - 1) + part);
    }

    /** The blanks between two parts, which a new part gets too. */
    private String blanksBefore(Node parent, int index) {
        if (parent.members().size() == 1) {
            String first = gapBefore(parent, 0);
            return first.contains("\n") ? first : " ";
        }
        String gap =
                gapBefore(parent, Math.max(1, Math.min(index, parent.members().size() - 1)));
        return gap.substring(gap.indexOf(',') + 1);
    }

    private String gapBefore(Node parent, int index) {
        int from = index == 0
                ? parent.start() + 1
                : parent.members().get(index - 1).value().end();
        return text.substring(from, parent.members().get(index).start());
    }

    private Node existing(JsonPointer place) {
        return JsonSpans.find(root, place)
                .orElseThrow(() -> new EditException("There is no place " + place + " in the file."));
    }

    private Node array(JsonPointer place) {
        Node node = existing(place);
        if (node.kind() != Kind.ARRAY) {
            throw new EditException("At " + place + " is no list.");
        }
        return node;
    }

    private JsonText replaced(int start, int end, String part) {
        return new JsonText(mark, text.substring(0, start) + part + text.substring(end));
    }

    private JsonStyle style() {
        return JsonStyle.of(text, root);
    }

    /** The blanks at the start of the line that has this position. */
    private String indentAt(int position) {
        int start = text.lastIndexOf('\n', Math.max(0, position - 1)) + 1;
        int end = start;
        while (end < text.length() && " \t".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return text.substring(start, end);
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new EditException("This is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }
}
