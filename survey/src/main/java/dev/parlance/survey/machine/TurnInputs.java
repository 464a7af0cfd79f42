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
 * @param arms for each question that keeps arms balanced and was asked about, this person's arm
 * @param optedOut whether the person has opted out, here or in another survey
 */
public record TurnInputs(
        Instant now,
        Medium medium,
        OptionalInt seenTurn,
        Map<String, Boolean> places,
        Map<String, String> arms,
        boolean optedOut) {
    /** Copies the maps. */
    public TurnInputs {
        places = Map.copyOf(places);
        arms = Map.copyOf(arms);
    }

    /** Facts for a text message at this time. */
    public static TurnInputs at(Instant now) {
        return at(now, Medium.TEXT);
    }

    /** Facts for this time and medium. */
    public static TurnInputs at(Instant now, Medium medium) {
        return new TurnInputs(now, medium, OptionalInt.empty(), Map.of(), Map.of(), false);
    }

    /** Sets the session's turn when the message arrived. */
    public TurnInputs withSeenTurn(int turn) {
        return new TurnInputs(now, medium, OptionalInt.of(turn), places, arms, optedOut);
    }

    /** Sets whether the person has a place in a quota. */
    public TurnInputs withPlace(String quota, boolean isReserved) {
        Map<String, Boolean> more = new HashMap<>(places);
        more.put(quota, isReserved);
        return new TurnInputs(now, medium, seenTurn, more, arms, optedOut);
    }

    /** Sets the person's arm of an experiment. */
    public TurnInputs withArm(String question, String arm) {
        Map<String, String> more = new HashMap<>(arms);
        more.put(question, arm);
        return new TurnInputs(now, medium, seenTurn, places, more, optedOut);
    }

    /** Marks the person as opted out. */
    public TurnInputs withOptOut() {
        return new TurnInputs(now, medium, seenTurn, places, arms, true);
    }
}
