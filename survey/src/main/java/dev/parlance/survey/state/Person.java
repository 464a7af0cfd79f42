package dev.parlance.survey.state;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a session knows about its person.
 *
 * @param language the tag of the person's language
 * @param languageKnown whether the person or the invitation chose the language; otherwise it is a guess
 * @param zone the time zone
 * @param variables the invitation's variables
 * @param shuffleSeed the seed for random order, which makes it the same each time
 */
public record Person(
        String language,
        boolean languageKnown,
        Optional<ZoneId> zone,
        Map<String, String> variables,
        long shuffleSeed) {
    /** A person about whom we know nothing yet. */
    public static final Person UNKNOWN = new Person("", false, Optional.empty(), Map.of(), 0);

    /** Copies the map. */
    public Person {
        variables = Map.copyOf(variables);
    }

    /** Sets the language as known. */
    public Person speaking(String newLanguage) {
        return new Person(newLanguage, true, zone, variables, shuffleSeed);
    }

    /** A copy with this value of a variable, or without it. */
    public Person withVariable(String name, Optional<String> value) {
        Map<String, String> more = new HashMap<>(variables);
        value.ifPresentOrElse(text -> more.put(name, text), () -> more.remove(name));
        return new Person(language, languageKnown, zone, more, shuffleSeed);
    }

    /** The language only. */
    @Override
    public String toString() {
        return "Person[" + language + "]";
    }
}
