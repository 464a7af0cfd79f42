package dev.parlance.survey.machine;

import dev.parlance.survey.question.Medium;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the machine needs to know besides the survey, the session and the input. The methods return copies.
 *
 * @param now the time
 * @param medium the channel and its abilities
 * @param seen the session's turn when the message arrived, if the session may have advanced since
 * @param places for each requested quota, whether this person has a place
 * @param optedOut whether the person has opted out, here or in another survey
 */
public record Facts(Instant now, Medium medium, OptionalInt seen, Map<String, Boolean> places, boolean optedOut) {
    /** Copies the map. */
    public Facts {
        places = Map.copyOf(places);
    }

    /** Facts for a text message at this time. */
    public static Facts at(Instant now) {
        return at(now, Medium.TEXT);
    }

    /** Facts for this time and medium. */
    public static Facts at(Instant now, Medium medium) {
        return new Facts(now, medium, OptionalInt.empty(), Map.of(), false);
    }

    /** Sets the session's turn when the message arrived. */
    public Facts seen(int turn) {
        return new Facts(now, medium, OptionalInt.of(turn), places, optedOut);
    }

    /** Sets whether the person has a place in a quota. */
    public Facts place(String quota, boolean isReserved) {
        Map<String, Boolean> more = new HashMap<>(places);
        more.put(quota, isReserved);
        return new Facts(now, medium, seen, more, optedOut);
    }

    /** Marks the person as opted out. */
    public Facts withOptOut() {
        return new Facts(now, medium, seen, places, true);
    }
}
