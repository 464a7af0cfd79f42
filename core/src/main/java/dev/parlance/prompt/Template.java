package dev.parlance.prompt;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** The text of a prompt, parsed once, at load. */
interface Template {
    /** The names of its placeholders. */
    Set<String> names();

    /**
     * The text with its placeholders filled.
     *
     * @param values finds the value of a name, and throws if there is none
     * @throws IllegalArgumentException if a value is of the wrong kind
     */
    String fill(Function<String, Object> values);

    /** A text that is said as it stands. */
    static Template literal(String text) {
        return new PlainTemplate(List.of(text), List.of());
    }

    /**
     * Parses a text with placeholders.
     *
     * @throws IllegalArgumentException with what is wrong in it
     */
    static Template parse(String text, Locale locale) {
        TemplateParser parser = new TemplateParser(text);
        return parser.parse() ? parser.plain() : Icu.template(text, locale);
    }
}
