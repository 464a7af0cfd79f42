package dev.parlance.fake.twilio.rest;

import dev.parlance.settings.TwilioRegion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The domains of the hosts that the fake replaces. Each host is one label below its domain. */
public final class Domains {
    /** The domain of deployed Functions and Assets. */
    public static final String FUNCTIONS = "twil.io";

    private static final String TWILIO = "twilio.com";
    /** Edges without a region of their own: the nearest one, and others in the US. */
    private static final Set<String> OTHER_EDGES = Set.of("roaming", "umatilla", "ashburn-ix");

    private Domains() {}

    /** All domains: Twilio's main one, those of its regions and edges, and the one of Functions. */
    public static List<String> all() {
        Set<String> edges = new TreeSet<>(OTHER_EDGES);
        TwilioRegion.known().forEach(region -> edges.add(region.edge()));
        Set<String> domains = new TreeSet<>(Set.of(TWILIO, FUNCTIONS));
        edges.forEach(edge -> domains.add(edge + "." + TWILIO));
        for (TwilioRegion region : TwilioRegion.known()) {
            domains.add(region.name() + "." + TWILIO);
            // Any region is reached through any edge.
            edges.forEach(edge -> domains.add(edge + "." + region.name() + "." + TWILIO));
        }
        return List.copyOf(domains);
    }
}
