package dev.parlance.fake.twilio.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A TwiML element.
 *
 * @param text the text directly inside the element, trimmed
 * @param spoken all text inside the element and its descendants, with white space normalized
 */
public record Verb(String name, Map<String, String> attributes, List<Verb> children, String text, String spoken) {
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    public String attribute(String attribute, String defaultValue) {
        return attributes.getOrDefault(attribute, defaultValue);
    }

    /** The attribute as an integer; the default if it is missing or not a number. */
    public int number(String attribute, int defaultValue) {
        String value = attributes.getOrDefault(attribute, "").strip();
        return value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : defaultValue;
    }

    public boolean flag(String attribute, boolean defaultValue) {
        return Boolean.parseBoolean(attributes.getOrDefault(attribute, Boolean.toString(defaultValue)));
    }

    /** The HTTP method in this attribute. Default: {@code POST}. */
    public String method(String attribute) {
        return attribute(attribute, "POST").toUpperCase(Locale.ROOT);
    }

    /** The opening tag. */
    @Override
    public String toString() {
        StringBuilder tag = new StringBuilder("<").append(name);
        attributes.forEach((attribute, value) ->
                tag.append(' ').append(attribute).append("=\"").append(value).append('"'));
        return tag.append('>').toString();
    }
}
