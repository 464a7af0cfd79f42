package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.store.DocumentStore;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The respondents in a store, shared by all its surveys. */
final class Respondents {
    private final DocumentStore store;

    Respondents(DocumentStore store) {
        this.store = store;
    }

    Respondent load(Address address) {
        return Respondent.load(store, address);
    }

    /** Changes a respondent; retries if others change it at the same time. */
    Respondent change(Address address, UnaryOperator<Respondent> change) {
        return changeIf(address, any -> true, change);
    }

    /** Changes a respondent if the condition holds when it is saved; returns the stored state. */
    Respondent changeIf(Address address, Predicate<Respondent> condition, UnaryOperator<Respondent> change) {
        return Retry.untilSaved(() -> {
            Respondent respondent = load(address);
            if (!condition.test(respondent)) {
                return Retry.done(respondent);
            }
            Respondent changed = change.apply(respondent);
            return changed.save(store) ? Retry.done(changed) : Retry.again();
        });
    }
}
