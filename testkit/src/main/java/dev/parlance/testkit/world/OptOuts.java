package dev.parlance.testkit.world;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who has said STOP to whom; and the words that Twilio itself understands, where nothing else is set up. */
public final class OptOuts {
    private static final Set<String> STOP =
            Set.of("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL");
    private static final Set<String> START = Set.of("START", "YES", "UNSTOP");
    private static final Set<String> HELP = Set.of("HELP", "INFO");

    private final Set<String> pairs = ConcurrentHashMap.newKeySet();

    /** What a text asks of Twilio. */
    public enum Wish {
        STOP,
        START,
        HELP,
        NOTHING
    }

    public static Wish wish(String body) {
        String word = body.strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) {
            return Wish.STOP;
        }
        if (START.contains(word)) {
            return Wish.START;
        }
        return HELP.contains(word) ? Wish.HELP : Wish.NOTHING;
    }

    /** A person wants nothing more from this sender: a number, or a messaging service with all of its numbers. */
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
