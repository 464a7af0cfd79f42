package dev.parlance.survey.words;

import java.util.Set;

/** The words that carriers require to work in every language. */
public final class CarrierKeywords {
    /** The opt-out keywords; ARRET is valid in Canada. */
    public static final Set<String> STOP =
            Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout", "arret");

    /** The keywords that opt in again. */
    public static final Set<String> START = Set.of("start", "unstop");

    /** The keyword that asks for help. */
    public static final String HELP = "help";

    private CarrierKeywords() {}
}
