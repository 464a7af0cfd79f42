package dev.parlance.survey.machine;

import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.ContactRecord;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what a turn needs to know about the person, and notes what it lacks. A turn that lacks something is repeated with it,
 * so that only turns that use a fact pay for it.
 */
final class FactLookup {
    private final PersonFacts known;
    private @Nullable Turn missing;

    FactLookup(PersonFacts known) {
        this.known = known;
    }

    ContactRecord contact() {
        if (known.contact().isEmpty()) {
            missing = new Turn.NeedsContact();
        }
        return known.contact().orElse(ContactRecord.EMPTY);
    }

    Optional<Value> answerIn(String survey, String question) {
        Map<String, Value> answers = known.answers().get(survey);
        if (answers == null) {
            missing = new Turn.NeedsAnswers(survey);
            return Optional.empty();
        }
        return Optional.ofNullable(answers.get(question));
    }

    /** What the turn must be repeated with. */
    Optional<Turn> missing() {
        return Optional.ofNullable(missing);
    }
}
