package dev.parlance.prompt;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** The parsed text of a prompt. */
interface Template {
    /** The names of its placeholders. */
    Set<String> names();

    /**
     * The text with its placeholders filled in.
     *
     * @param values returns the value of a name, or throws
     * @throws IllegalArgumentException if a value has the wrong type
     */
    String fill(Function<String, Object> values);

    /** A text without placeholders. */
    static Template literal(String text) {
        return new PlainTemplate(List.of(text), List.of());
    }

    /**
     * Parses a text with placeholders.
     *
     * @throws IllegalArgumentException if the text is malformed
     */
    static Template parse(String text, Locale locale) {
        TemplateParser parser = new TemplateParser(text);
        return parser.parse() ? parser.plain() : Icu.template(text, locale);
    }
}
