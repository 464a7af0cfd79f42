package dev.parlance.settings;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where Twilio processes an account's requests and keeps its data, and the edge that requests go through. Both are part of
 * each host name: {@code api.dublin.ie1.twilio.com}. Each region has its own credentials.
 *
 * <pre>{@code
 * TwilioRegion ireland = new TwilioRegion("ie1", "dublin");
 * }</pre>
 *
 * @param name {@code TWILIO_REGION}: {@code ie1}, {@code au1} …
 * @param edge {@code TWILIO_EDGE}: {@code dublin}, {@code sydney} …
 */
public record TwilioRegion(String name, String edge) {
    private static final Map<String, String> EDGES = new TreeMap<>(Map.of(
            "au1", "sydney",
            "br1", "sao-paulo",
            "de1", "frankfurt",
            "ie1", "dublin",
            "jp1", "tokyo",
            "sg1", "singapore",
            "us1", "ashburn"));
    static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Checks that both can be part of a host name. */
    public TwilioRegion {
        if (!LABEL.matcher(name).matches() || !LABEL.matcher(edge).matches()) {
            throw new IllegalArgumentException(
                    "A region and an edge have lowercase letters, digits and hyphens, for example ie1 and dublin");
        }
    }

    /** The region with this name and its default edge. Empty if Parlance doesn't know the region. */
    public static Optional<TwilioRegion> find(String name) {
        return Optional.ofNullable(EDGES.get(name)).map(edge -> new TwilioRegion(name, edge));
    }

    /** The regions that Parlance knows, each with its default edge. */
    public static Set<TwilioRegion> known() {
        return EDGES.entrySet().stream()
                .map(entry -> new TwilioRegion(entry.getKey(), entry.getValue()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The part of a host name between the product and {@code twilio.com}: {@code dublin.ie1}. */
    public String labels() {
        return edge + "." + name;
    }
}
