package dev.parlance.survey.machine;

import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.ContactRecord;
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
 * @param person what is known about the person outside of the session
 */
public record TurnInputs(
        Instant now,
        Medium medium,
        OptionalInt seenTurn,
        Map<String, Boolean> places,
        Map<String, String> arms,
        PersonFacts person) {
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
        return new TurnInputs(now, medium, OptionalInt.empty(), Map.of(), Map.of(), PersonFacts.NONE);
    }

    /** Sets the session's turn when the message arrived. */
    public TurnInputs withSeenTurn(int turn) {
        return new TurnInputs(now, medium, OptionalInt.of(turn), places, arms, person);
    }

    /** Sets whether the person has a place in a quota. */
    public TurnInputs withPlace(String quota, boolean isReserved) {
        Map<String, Boolean> more = new HashMap<>(places);
        more.put(quota, isReserved);
        return new TurnInputs(now, medium, seenTurn, more, arms, person);
    }

    /** Sets the person's arm of an experiment. */
    public TurnInputs withArm(String question, String arm) {
        Map<String, String> more = new HashMap<>(arms);
        more.put(question, arm);
        return new TurnInputs(now, medium, seenTurn, places, more, person);
    }

    /** Marks the person as opted out. */
    public TurnInputs withOptOut() {
        return with(person.optingOut());
    }

    /** Sets the person's contact: fields and groups that all surveys of the store share. */
    public TurnInputs withContact(ContactRecord contact) {
        return with(person.with(contact));
    }

    /**
     * Sets the person's answers in another survey.
     *
     * @param answers those of the newest run that the person has completed, or nothing
     */
    public TurnInputs withAnswersIn(String survey, Map<String, Value> answers) {
        return with(person.with(survey, answers));
    }

    private TurnInputs with(PersonFacts newPerson) {
        return new TurnInputs(now, medium, seenTurn, places, arms, newPerson);
    }
}
