package dev.parlance.testkit.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An element of TwiML.
 *
 * @param text the text that stands in it directly, as it was written but for the blanks around it
 * @param spoken all text in it and in what is nested in it, its blanks made one
 */
public record Verb(String name, Map<String, String> attributes, List<Verb> children, String text, String spoken) {
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    public String attribute(String attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    /** A whole number; the other one if the attribute is missing or is no number. */
    public int number(String attribute, int otherwise) {
        String value = attributes.getOrDefault(attribute, "").strip();
        return value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : otherwise;
    }

    public boolean flag(String attribute, boolean otherwise) {
        return Boolean.parseBoolean(attributes.getOrDefault(attribute, Boolean.toString(otherwise)));
    }

    /** {@code GET} or {@code POST}. */
    public String method(String attribute) {
        return attribute(attribute, "POST").toUpperCase(Locale.ROOT);
    }

    /** The element as it was written, without what is in it. */
    @Override
    public String toString() {
        StringBuilder tag = new StringBuilder("<").append(name);
        attributes.forEach((attribute, value) ->
                tag.append(' ').append(attribute).append("=\"").append(value).append('"'));
        return tag.append('>').toString();
    }
}
