package dev.parlance.survey;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What you know about a person when you start the survey with them. Immutable: each method returns a copy.
 *
 * <pre>{@code
 * Invitation invitation = Invitation.in("es-MX").withVariable("orderId", "A-17");
 * surveys.start(Channel.TEXT, Address.of("+5215512345678"), invitation);
 * }</pre>
 *
 * @param language the language to start in. Default: the language last chosen, otherwise the country's
 * @param zone the person's time zone
 * @param variables values for use in prompts and conditions
 */
public record Invitation(Optional<String> language, Optional<ZoneId> zone, Map<String, String> variables) {
    private static final int LONGEST = 1_000;

    /** Checks that no variable is longer than 1,000 characters. */
    public Invitation {
        variables = Map.copyOf(variables);
        if (variables.values().stream().anyMatch(value -> value.length() > LONGEST)) {
            throw new IllegalArgumentException("A variable can have at most " + LONGEST + " characters");
        }
    }

    /** An empty invitation. */
    public static Invitation plain() {
        return new Invitation(Optional.empty(), Optional.empty(), Map.of());
    }

    /** An invitation in this language. */
    public static Invitation in(String language) {
        return new Invitation(Optional.of(language), Optional.empty(), Map.of());
    }

    /** Returns a copy with the person's time zone. */
    public Invitation withZone(ZoneId newZone) {
        return new Invitation(language, Optional.of(newZone), variables);
    }

    /** Returns a copy with one more variable. */
    public Invitation withVariable(String name, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value);
        return new Invitation(language, zone, more);
    }
}
