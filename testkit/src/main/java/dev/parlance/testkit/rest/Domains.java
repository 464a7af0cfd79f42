package dev.parlance.testkit.rest;

import dev.parlance.settings.TwilioRegion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The domains whose hosts the fake stands in for, each host one label below its domain. */
public final class Domains {
    /** The domain of what is deployed to Twilio's Functions and Assets. */
    public static final String FUNCTIONS = "twil.io";

    private static final String TWILIO = "twilio.com";
    /** In the names of the voice SDK's hosts: the nearest edge, whichever it is. */
    private static final String NEAREST_EDGE = "roaming";

    private Domains() {}

    /** All of them: Twilio's own, those of its regions and edges, and that of Functions. */
    public static List<String> all() {
        Set<String> domains = new TreeSet<>(Set.of(TWILIO, NEAREST_EDGE + "." + TWILIO, FUNCTIONS));
        for (TwilioRegion region : TwilioRegion.known()) {
            domains.add(region.labels() + "." + TWILIO);
            domains.add(region.edge() + "." + TWILIO);
            domains.add(region.name() + "." + TWILIO);
        }
        return List.copyOf(domains);
    }
}
