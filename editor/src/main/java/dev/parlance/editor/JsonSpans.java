package dev.parlance.editor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where each part of a JSON text starts and ends. */
final class JsonSpans {
    /** What a part is. */
    enum Kind {
        OBJECT,
        ARRAY,
        SCALAR
    }

    /**
     * A part.
     *
     * @param end the position after its last character
     * @param members the members of an object or the elements of an array, in order
     */
    record Node(Kind kind, int start, int end, List<Member> members) {
        int indexOf(String name) {
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i).name().equals(name)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /**
     * A part of an object or of an array.
     *
     * @param name the key, or the index
     * @param start where the key starts; in an array, where the value does
     */
    record Member(String name, int start, Node value) {}

    private JsonSpans() {}

    /** The whole document. */
    static Node of(String text) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(text)) {
            json.nextToken();
            return node(json);
        }
    }

    /** The part at a place. */
    static Optional<Node> find(Node root, JsonPointer place) {
        Node at = root;
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            int index = at.indexOf(rest.getMatchingProperty());
            if (index < 0) {
                return Optional.empty();
            }
            at = at.members().get(index).value();
        }
        return Optional.of(at);
    }

    private static Node node(JsonParser json) throws IOException {
        int start = start(json);
        List<Member> members = new ArrayList<>();
        Kind kind = Kind.SCALAR;
        if (json.currentToken() == JsonToken.START_OBJECT) {
            kind = Kind.OBJECT;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                int keyStart = start(json);
                json.nextToken();
                members.add(new Member(name, keyStart, node(json)));
            }
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            kind = Kind.ARRAY;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                int elementStart = start(json);
                members.add(new Member(Integer.toString(members.size()), elementStart, node(json)));
            }
        } else {
            json.finishToken();
        }
        return new Node(kind, start, end(json), List.copyOf(members));
    }

    private static int start(JsonParser json) {
        return (int) json.currentTokenLocation().getCharOffset();
    }

    private static int end(JsonParser json) {
        return (int) json.currentLocation().getCharOffset();
    }
}
