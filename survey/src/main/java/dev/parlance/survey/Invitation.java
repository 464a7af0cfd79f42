package dev.parlance.survey;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What you know about a person when you start the survey with them. Immutable: each method returns a copy.
 *
 * <pre>{@code
 * Invitation invitation = Invitation.in("es-MX").withVariable("orderId", "A-17").withOccasion("visit-17");
 * surveys.start(Channel.TEXT, Address.of("+5215512345678"), invitation);
 * }</pre>
 *
 * @param language the language to start in. Default: the language last chosen, otherwise the country's
 * @param zone the person's time zone
 * @param variables values for use in prompts and conditions
 * @param occasion what the survey is about, such as a visit or an order: a person can take the survey once for each occasion
 */
public record Invitation(
        Optional<String> language, Optional<ZoneId> zone, Map<String, String> variables, Optional<String> occasion) {
    private static final int LONGEST = 1_000;
    private static final int LONGEST_OCCASION = 100;

    /** Checks that no variable is longer than 1,000 characters, and that the occasion has 1 to 100. */
    public Invitation {
        variables = Map.copyOf(variables);
        if (variables.values().stream().anyMatch(value -> value.length() > LONGEST)) {
            throw new IllegalArgumentException("A variable can have at most " + LONGEST + " characters");
        }
        if (occasion.filter(name -> !isOccasion(name)).isPresent()) {
            throw new IllegalArgumentException("An occasion must have 1 to " + LONGEST_OCCASION
                    + " characters, no control characters, and no blanks at its ends");
        }
    }

    static boolean isOccasion(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_OCCASION
                && name.equals(name.strip())
                && name.chars().noneMatch(Character::isISOControl);
    }

    /** An empty invitation. */
    public static Invitation plain() {
        return new Invitation(Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
    }

    /** An invitation in this language. */
    public static Invitation in(String language) {
        return new Invitation(Optional.of(language), Optional.empty(), Map.of(), Optional.empty());
    }

    /** Returns a copy with the person's time zone. */
    public Invitation withZone(ZoneId newZone) {
        return new Invitation(language, Optional.of(newZone), variables, occasion);
    }

    /** Returns a copy with one more variable. */
    public Invitation withVariable(String name, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value);
        return new Invitation(language, zone, more, occasion);
    }

    /**
     * Returns a copy for this occasion, for example {@code visit-17}. If the person is in the middle of the survey for another
     * occasion, that run ends and the new one starts.
     */
    public Invitation withOccasion(String newOccasion) {
        return new Invitation(language, zone, variables, Optional.of(newOccasion));
    }
}
