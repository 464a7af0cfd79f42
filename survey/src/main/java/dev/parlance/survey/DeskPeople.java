package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which survey talks to whom. Each decision is stored with compare-and-set before it takes effect, so that two machines never
 * decide differently.
 */
final class DeskPeople {
    /** When a contact is tried again that has to wait for another survey. */
    private static final Duration LATER = Duration.ofHours(1);

    private final String desk;
    private final DeskRouting routing;
    private final List<Surveys> all;
    private final DocumentStore store;

    DeskPeople(String desk, DeskRouting routing, List<Surveys> all) {
        this.desk = desk;
        this.routing = routing;
        this.all = all;
        this.store = all.get(0).store();
    }

    /** Where a message or call goes. A repeated webhook goes to the same survey. */
    DeskRecord.Route route(Incoming.Received received) {
        return Retry.untilSaved(() -> {
            DeskVisit visit = visit(received.person());
            Optional<DeskRecord.Route> before = visit.record().route(received.id());
            if (before.isPresent()) {
                return before;
            }
            DeskRouting.Choice choice = routing.choose(received, visit);
            String survey = choice.survey().name();
            DeskRecord.Route route = new DeskRecord.Route(received.id(), survey, choice.asksAgain());
            DeskRecord changed = visit.record().withRoute(route).withTurn(survey, visit.now());
            return store.save(changed.changed()) ? Retry.done(route) : Retry.again();
        });
    }

    /** Reserves a person for a survey that contacts them; the result if they are in the middle of another one. */
    Optional<StartResult> reserve(Surveys survey, Address person) {
        return Retry.untilSaved(() -> {
            DeskVisit visit = visit(person);
            Optional<Surveys> other = survey.survey().entry().interrupts()
                    ? Optional.empty()
                    : routing.surveys().stream()
                            .filter(one -> one != survey)
                            .filter(one -> visit.isInTheMiddle(one) || visit.isStarting(one))
                            .findFirst();
            if (other.isPresent()) {
                return Retry.done(other.map(one -> busy(one, visit.now())));
            }
            DeskRecord changed = visit.record().withTurn(survey.name(), visit.now());
            return store.save(changed.changed()) ? Retry.done(Optional.empty()) : Retry.again();
        });
    }

    private static StartResult busy(Surveys other, Instant now) {
        String reason = "This person is in the middle of the survey \"" + other.name() + "\".";
        return StartResult.later(Outcome.IN_ANOTHER_SURVEY, reason, now.plus(LATER));
    }

    /** Records that a survey is in contact with a person now. */
    void contacted(Surveys survey, Address person) {
        Retry.untilSaved(() -> {
            DeskVisit visit = visit(person);
            return store.save(
                            visit.record().withTurn(survey.name(), visit.now()).changed())
                    ? Retry.done(true)
                    : Retry.again();
        });
    }

    /** Loads everything in one request. */
    DeskVisit visit(Address person) {
        Key recordKey = DeskRecord.key(desk, person);
        Key respondentKey = Respondent.key(person);
        List<Key> keys = new ArrayList<>(List.of(recordKey, respondentKey));
        all.forEach(survey -> keys.add(survey.engine().sessions.key(person)));
        Map<Key, Document> found = store.loadAll(keys);
        Map<String, SessionState> sessions = new HashMap<>();
        for (Surveys survey : all) {
            Sessions own = survey.engine().sessions;
            own.in(Optional.ofNullable(found.get(own.key(person))), person)
                    .ifPresent(loaded -> sessions.put(survey.name(), loaded.session()));
        }
        return new DeskVisit(
                DeskRecord.of(recordKey, Optional.ofNullable(found.get(recordKey))),
                sessions,
                Respondent.of(respondentKey, Optional.ofNullable(found.get(respondentKey)))
                        .optedOut(),
                all.get(0).clock().instant());
    }
}
