package dev.parlance.survey.machine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the machine is told of the world.
 *
 * @param now the time
 * @param seen the session's turn when the person's message came in, if another turn may have been made since
 * @param places for each quota that was asked for, whether there is a place for this person
 * @param optedOut whether the person asked not to be contacted, here or in another survey
 */
public record Facts(Instant now, OptionalInt seen, Map<String, Boolean> places, boolean optedOut) {
    /** Keeps the map as it is now. */
    public Facts {
        places = Map.copyOf(places);
    }

    /** The time alone. */
    public static Facts at(Instant now) {
        return new Facts(now, OptionalInt.empty(), Map.of(), false);
    }

    /** The same, of a message that came in when the session was at this turn. */
    public Facts seen(int turn) {
        return new Facts(now, OptionalInt.of(turn), places, optedOut);
    }

    /** The same, knowing whether there is a place in a quota. */
    public Facts place(String quota, boolean isThere) {
        Map<String, Boolean> more = new HashMap<>(places);
        more.put(quota, isThere);
        return new Facts(now, seen, more, optedOut);
    }

    /** The same, of a person who asked not to be contacted. */
    public Facts withOptOut() {
        return new Facts(now, seen, places, true);
    }
}
