package dev.parlance.fake.twilio.world;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Opt-outs by STOP, and Twilio's default keywords. */
public final class OptOuts {
    private static final Set<String> STOP =
            Set.of("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL");
    private static final Set<String> START = Set.of("START", "YES", "UNSTOP");
    private static final Set<String> HELP = Set.of("HELP", "INFO");

    private final Set<String> pairs = ConcurrentHashMap.newKeySet();

    /** A keyword that Twilio handles. */
    public enum Keyword {
        STOP,
        START,
        HELP,
        NONE
    }

    public static Keyword keywordIn(String body) {
        String word = body.strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) {
            return Keyword.STOP;
        }
        if (START.contains(word)) {
            return Keyword.START;
        }
        return HELP.contains(word) ? Keyword.HELP : Keyword.NONE;
    }

    /** Opts a person out of texts from a number, or from a messaging service and all its numbers. */
    public boolean optOut(String person, String sender) {
        return pairs.add(person + " " + sender);
    }

    public boolean optIn(String person, String sender) {
        return pairs.remove(person + " " + sender);
    }

    public boolean isOut(String person, String sender) {
        return pairs.contains(person + " " + sender);
    }
}
