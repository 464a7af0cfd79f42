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
 * @param seenTurn the session's turn when the message arrived, if the session may have advanced since
 * @param places for each requested quota, whether this person has a place
 * @param optedOut whether the person has opted out, here or in another survey
 */
public record TurnInputs(
        Instant now, Medium medium, OptionalInt seenTurn, Map<String, Boolean> places, boolean optedOut) {
    /** Copies the map. */
    public TurnInputs {
        places = Map.copyOf(places);
    }

    /** Facts for a text message at this time. */
    public static TurnInputs at(Instant now) {
        return at(now, Medium.TEXT);
    }

    /** Facts for this time and medium. */
    public static TurnInputs at(Instant now, Medium medium) {
        return new TurnInputs(now, medium, OptionalInt.empty(), Map.of(), false);
    }

    /** Sets the session's turn when the message arrived. */
    public TurnInputs withSeenTurn(int turn) {
        return new TurnInputs(now, medium, OptionalInt.of(turn), places, optedOut);
    }

    /** Sets whether the person has a place in a quota. */
    public TurnInputs withPlace(String quota, boolean isReserved) {
        Map<String, Boolean> more = new HashMap<>(places);
        more.put(quota, isReserved);
        return new TurnInputs(now, medium, seenTurn, more, optedOut);
    }

    /** Marks the person as opted out. */
    public TurnInputs withOptOut() {
        return new TurnInputs(now, medium, seenTurn, places, true);
    }
}
