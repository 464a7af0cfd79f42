package dev.parlance.translation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Edits a JSON object of strings, flat or nested. A new key goes into the deepest object that it belongs to. */
final class JsonEditor implements TextEditor {
    /** An entry's string, from its first quote to the character after its last; and where its key starts. */
    private record Value(int keyStart, int start, int end, String parent) {}

    /** Where an object's content starts, after its brace, and where its last member ends. */
    private record Content(int start, int lastEnd) {
        boolean isEmpty() {
            return start == lastEnd;
        }
    }

    private final String mark;
    private String text;

    JsonEditor(String text) {
        this.mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
        this.text = text.isBlank() ? "{\n}\n" : text.substring(mark.length());
    }

    @Override
    public void replace(String key, String value) {
        Value old = Objects.requireNonNull(new Scan(text).values.get(key));
        text = text.substring(0, old.start()) + quoted(value) + text.substring(old.end());
    }

    @Override
    public void add(String key, String value, Optional<String> after) {
        Scan scan = new Scan(text);
        String parent = parentOf(key, scan.objects);
        String entry = quoted(key.substring(parent.length())) + ": " + quoted(value);
        Optional<Value> before =
                after.map(scan.values::get).filter(found -> found.parent().equals(parent));
        Content content = Objects.requireNonNull(scan.objects.get(parent));
        if (before.isPresent()) {
            insert(before.get().end(), "," + indent(before.get().start()) + entry);
        } else if (content.isEmpty()) {
            insert(content.start(), (text.startsWith("\n", content.start()) ? "\n  " : " ") + entry);
        } else {
            insert(content.lastEnd(), "," + indent(firstKey(content)) + entry);
        }
    }

    /** Removes an entry with one of the commas around it, and the blanks between the comma and the next entry. */
    @Override
    public void remove(String key) {
        Value old = Objects.requireNonNull(new Scan(text).values.get(key));
        int after = skipBlanks(old.end());
        int before = old.keyStart() - 1;
        while (Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        if (text.charAt(after) == ',') {
            delete(old.keyStart(), skipBlanks(after + 1));
        } else if (text.charAt(before) == ',') {
            delete(before, old.end());
        } else {
            delete(old.keyStart(), old.end());
        }
    }

    private int skipBlanks(int from) {
        int at = from;
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void delete(int from, int to) {
        text = text.substring(0, from) + text.substring(to);
    }

    @Override
    public String text() {
        return mark + text;
    }

    private void insert(int at, String added) {
        text = text.substring(0, at) + added + text.substring(at);
    }

    private int firstKey(Content content) {
        return text.indexOf('"', content.start());
    }

    /** The line break and the blanks at the start of the line that has this position. */
    private String indent(int at) {
        int line = text.lastIndexOf('\n', at - 1);
        if (line < 0) {
            return " ";
        }
        int end = line + 1;
        while (end < text.length() && " \t".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return text.substring(line > 0 && text.charAt(line - 1) == '\r' ? line - 1 : line, end);
    }

    private static String parentOf(String key, Map<String, Content> objects) {
        return objects.keySet().stream()
                .filter(key::startsWith)
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse("");
    }

    private static String quoted(String value) {
        return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)) + "\"";
    }

    /** Where the strings and the objects are. An object's name ends with a dot; that of the whole file is empty. */
    private static final class Scan {
        private final Map<String, Value> values = new LinkedHashMap<>();
        private final Map<String, Content> objects = new LinkedHashMap<>();

        Scan(String text) {
            try (JsonParser json = new JsonFactory().createParser(text)) {
                json.nextToken();
                object(json, "");
            } catch (IOException e) {
                throw new UncheckedIOException("A prompt file that was read before is not JSON any more", e);
            }
        }

        private void object(JsonParser json, String name) throws IOException {
            int start = end(json);
            int lastEnd = start;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = name + json.currentName();
                int keyStart = (int) json.currentTokenLocation().getCharOffset();
                if (json.nextToken() == JsonToken.START_OBJECT) {
                    object(json, key + ".");
                } else {
                    int valueStart = (int) json.currentTokenLocation().getCharOffset();
                    json.getText();
                    values.put(key, new Value(keyStart, valueStart, end(json), name));
                }
                lastEnd = end(json);
            }
            objects.put(name, new Content(start, lastEnd));
        }

        private static int end(JsonParser json) {
            return (int) json.currentLocation().getCharOffset();
        }
    }
}
