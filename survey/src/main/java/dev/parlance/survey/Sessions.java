package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.internal.ResultReader;
import dev.parlance.survey.internal.SessionTallies;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.PersonHash;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sessions of one survey, in the store. */
final class Sessions {
    private final DocumentStore store;
    private final Revisions revisions;
    private final EarlierResults earlier;
    private final SessionTallies tallies;

    Sessions(DocumentStore store, Revisions revisions, EarlierResults earlier) {
        this.store = store;
        this.revisions = revisions;
        this.earlier = earlier;
        this.tallies = new SessionTallies(store, revisions::of);
    }

    /** A session with the document that it was loaded from. */
    record Loaded(Document document, SessionState session) {}

    /** The person's session, which may come from an earlier application's results. */
    Optional<Loaded> find(Address person) {
        return in(store.load(key(person)), person);
    }

    private Optional<Loaded> completedEarlier(Address person) {
        Optional<String> result = earlier.find(person);
        if (result.isEmpty()) {
            return Optional.empty();
        }
        Loaded created = create(person, Optional.empty(), Channel.TEXT, Map.of());
        return ResultReader.completed(revisions.current(), created.session(), result.get())
                .map(completed -> new Loaded(created.document(), completed));
    }

    static Loaded loaded(Document document) {
        return new Loaded(document, SessionState.fromJson(document.json()));
    }

    /** A respondent with their session. */
    record Visit(Respondent known, Loaded loaded) {}

    /** Loads both in one request. If the person has no session, it is a new one, not saved yet. */
    Visit visit(Address person, String channel) {
        Key respondentKey = Respondent.key(person);
        Map<Key, Document> found = store.loadAll(List.of(respondentKey, key(person)));
        Respondent known = Respondent.of(respondentKey, Optional.ofNullable(found.get(respondentKey)));
        Loaded loaded = Optional.ofNullable(found.get(key(person)))
                .map(Sessions::loaded)
                .or(() -> completedEarlier(person))
                .orElseGet(() -> create(person, known, channel, Map.of()));
        return new Visit(known, loaded);
    }

    Loaded create(Address person, Respondent known, String channel, Map<String, String> variables) {
        return create(person, known.language(), channel, variables);
    }

    private Loaded create(
            Address person, Optional<String> knownLanguage, String channel, Map<String, String> variables) {
        Survey survey = revisions.current();
        revisions.storeCurrent();
        String guess = knownLanguage
                .or(() -> Country.of(person).map(Country::language))
                .flatMap(survey.prompts()::find)
                .orElse(survey.prompts().defaultLanguage())
                .tag();
        boolean isKnown = knownLanguage.flatMap(survey.prompts()::find).isPresent();
        String hash = PersonHash.of(person);
        Person newPerson = new Person(
                guess, isKnown, Optional.empty(), variables, Long.parseUnsignedLong(hash.substring(0, 16), 16));
        SessionState session = SessionState.create(survey.name(), person, survey.revision(), newPerson, channel);
        return new Loaded(Document.create(key(person), hash, Optional.empty(), ""), session);
    }

    boolean save(Loaded loaded, SessionState session) {
        return saved(loaded, session).isPresent();
    }

    /** Saves a session; returns it as if it was loaded again, or empty if it has changed since it was loaded. */
    Optional<Loaded> saved(Loaded loaded, SessionState session) {
        Document changed =
                loaded.document().withWakeAt(session.contact().wakeAt()).withJson(session.toJson());
        Document next = tallies.carriedOn(changed, loaded.session().run(), session);
        return store.save(next) ? Optional.of(new Loaded(next.saved(), session)) : Optional.empty();
    }

    /** A person's earlier runs, the first one first. */
    List<SessionState> runsBefore(SessionState session) {
        return tallies.runsBefore(session);
    }

    /** The session in a person's document, or what an earlier application knows. */
    Optional<Loaded> in(Optional<Document> found, Address person) {
        return found.map(Sessions::loaded).or(() -> completedEarlier(person));
    }

    Key key(Address person) {
        return new Key(SessionState.collection(revisions.current().name()), person.value());
    }
}
