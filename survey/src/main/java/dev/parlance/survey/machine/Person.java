package dev.parlance.survey.machine;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What a session knows of its person.
 *
 * @param language the tag of the language that is spoken
 * @param languageKnown whether the person chose it, or it was given; it is a guess otherwise
 * @param zone the time zone
 * @param variables what was given at the start
 * @param seed what all that is random is drawn by, so that it comes out the same each time
 */
public record Person(
        String language, boolean languageKnown, Optional<ZoneId> zone, Map<String, String> variables, long seed) {
    static final Person UNKNOWN = new Person("", false, Optional.empty(), Map.of(), 0);

    /** Keeps the map as it is now. */
    public Person {
        variables = Map.copyOf(variables);
    }

    /** The same, who speaks this language for certain. */
    Person speaking(String newLanguage) {
        return new Person(newLanguage, true, zone, variables, seed);
    }

    /** Where; never who. */
    @Override
    public String toString() {
        return "Person[" + language + "]";
    }
}
