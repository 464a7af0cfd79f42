package dev.parlance.survey;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a person with whom we begin. Immutable: each method returns a new one.
 *
 * <pre>{@code
 * surveys.begin(Channel.TEXT, "+5215512345678", Invitation.in("es-MX").variable("orderId", "A-17"));
 * }</pre>
 *
 * @param language the language to begin in; without it, the one last chosen, or the country's
 * @param zone the person's time zone
 * @param variables what prompts and conditions may name
 */
public record Invitation(Optional<String> language, Optional<ZoneId> zone, Map<String, String> variables) {
    private static final int LONGEST = 1_000;

    /** Checks that nothing is too long. */
    public Invitation {
        variables = Map.copyOf(variables);
        if (variables.values().stream().anyMatch(value -> value.length() > LONGEST)) {
            throw new IllegalArgumentException("A variable has at most " + LONGEST + " characters");
        }
    }

    /** Nothing is known. */
    public static Invitation plain() {
        return new Invitation(Optional.empty(), Optional.empty(), Map.of());
    }

    /** The person is asked in this language. */
    public static Invitation in(String language) {
        return new Invitation(Optional.of(language), Optional.empty(), Map.of());
    }

    /** The person lives in this time zone. */
    public Invitation zone(ZoneId newZone) {
        return new Invitation(language, Optional.of(newZone), variables);
    }

    /** One variable more. */
    public Invitation variable(String name, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value);
        return new Invitation(language, zone, more);
    }
}
