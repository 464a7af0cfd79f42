package dev.parlance.survey.machine;

import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.ContactRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a person outside of the session.
 *
 * @param optedOut whether the person has opted out, here or in another survey
 * @param contact the person's contact, if it has been looked up
 * @param answers for each survey that has been looked up, the answers of the newest run that the person has completed
 */
public record PersonFacts(boolean optedOut, Optional<ContactRecord> contact, Map<String, Map<String, Value>> answers) {
    /** Nothing has been looked up. */
    public static final PersonFacts NONE = new PersonFacts(false, Optional.empty(), Map.of());

    /** Copies the map. */
    public PersonFacts {
        answers = Map.copyOf(answers);
    }

    PersonFacts optingOut() {
        return new PersonFacts(true, contact, answers);
    }

    PersonFacts with(ContactRecord newContact) {
        return new PersonFacts(optedOut, Optional.of(newContact), answers);
    }

    PersonFacts with(String survey, Map<String, Value> given) {
        Map<String, Map<String, Value>> more = new HashMap<>(answers);
        more.put(survey, Map.copyOf(given));
        return new PersonFacts(optedOut, contact, more);
    }
}
