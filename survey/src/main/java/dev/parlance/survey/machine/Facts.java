package dev.parlance.survey.machine;

import dev.parlance.survey.question.Medium;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the machine is told of the world.
 *
 * @param now the time
 * @param medium how the person is talked to
 * @param seen the session's turn when the person's message came in, if another turn may have been made since
 * @param places for each quota that was asked for, whether there is a place for this person
 * @param optedOut whether the person asked not to be contacted, here or in another survey
 */
public record Facts(Instant now, Medium medium, OptionalInt seen, Map<String, Boolean> places, boolean optedOut) {
    /** Keeps the map as it is now. */
    public Facts {
        places = Map.copyOf(places);
    }

    /** The time, of a text message to a phone. */
    public static Facts at(Instant now) {
        return at(now, Medium.TEXT);
    }

    /** The time, and how the person is talked to. */
    public static Facts at(Instant now, Medium medium) {
        return new Facts(now, medium, OptionalInt.empty(), Map.of(), false);
    }

    /** The same, of a message that came in when the session was at this turn. */
    public Facts seen(int turn) {
        return new Facts(now, medium, OptionalInt.of(turn), places, optedOut);
    }

    /** The same, knowing whether there is a place in a quota. */
    public Facts place(String quota, boolean isThere) {
        Map<String, Boolean> more = new HashMap<>(places);
        more.put(quota, isThere);
        return new Facts(now, medium, seen, more, optedOut);
    }

    /** The same, of a person who asked not to be contacted. */
    public Facts withOptOut() {
        return new Facts(now, medium, seen, places, true);
    }
}
