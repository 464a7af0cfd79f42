package dev.parlance.editor;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.editor.JsonSpans.Kind;
import dev.parlance.editor.JsonSpans.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a JSON text is written, so that new parts look the same.
 *
 * @param colon what is between a key and its value
 * @param comma what is between two parts on one line
 * @param padding what is inside the braces of an object on one line
 * @param newline the line break
 * @param step one level of indentation
 */
record JsonStyle(String colon, String comma, String padding, String newline, String step) {
    private static final int LINE = 120;
    private static final Pattern INDENT = Pattern.compile("\\n([ \\t]+)\\S");
    private static final Pattern PADDED = Pattern.compile("\\{( +)\"[^\\n]*}");
    private static final Pattern SPACED = Pattern.compile("[\"\\d\\]}], [\"\\d\\[{]");
    private static final Pattern TIGHT = Pattern.compile("[\"\\d\\]}],[\"\\d\\[{]");

    static JsonStyle of(String text, Node root) {
        Matcher indent = INDENT.matcher(text);
        Matcher padded = PADDED.matcher(text);
        boolean isTight = TIGHT.matcher(text).find() && !SPACED.matcher(text).find();
        return new JsonStyle(
                colon(text, root),
                isTight ? "," : ", ",
                padded.find() ? padded.group(1) : "",
                text.contains("\r\n") ? "\r\n" : "\n",
                indent.find() ? indent.group(1) : "  ");
    }

    private static String colon(String text, Node root) {
        if (root.kind() != Kind.OBJECT || root.members().isEmpty()) {
            return ": ";
        }
        JsonSpans.Member first = root.members().get(0);
        String between = text.substring(first.start(), first.value().start());
        String colon = between.substring(between.lastIndexOf('"') + 1);
        return colon.contains("\n") ? ": " : colon;
    }

    String key(String name) {
        return quoted(name) + colon;
    }

    /**
     * A value as text.
     *
     * @param indent the indentation of the line that it starts on
     * @param isSpread whether the members of an object are on lines of their own even if they would fit on one
     */
    String written(JsonNode value, String indent, boolean isSpread) {
        if (!value.isContainerNode()) {
            return value.isTextual() ? quoted(value.textValue()) : value.toString();
        }
        String line = onOneLine(value);
        boolean fits = indent.length() + line.length() <= LINE;
        if (value.isEmpty() || (fits && !(isSpread && value.isObject()))) {
            return line;
        }
        String inner = indent + step;
        List<String> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> parts.add(inner + written(each, inner, false)));
        } else {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                parts.add(inner + key(member.getKey()) + written(member.getValue(), inner, false));
            }
        }
        String all = newline + String.join("," + newline, parts) + newline + indent;
        return value.isArray() ? "[" + all + "]" : "{" + all + "}";
    }

    private String onOneLine(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> parts.add(onOneLine(each)));
            return "[" + String.join(comma, parts) + "]";
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                parts.add(key(member.getKey()) + onOneLine(member.getValue()));
            }
            return parts.isEmpty() ? "{}" : "{" + padding + String.join(comma, parts) + padding + "}";
        }
        return value.isTextual() ? quoted(value.textValue()) : value.toString();
    }

    private static String quoted(String text) {
        return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
