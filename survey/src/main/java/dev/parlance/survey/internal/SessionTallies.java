package dev.parlance.survey.internal;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.state.MissedReply;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Tally;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Computes what a session's document adds to a summary: the person's current run and their earlier runs. Earlier runs are
 * counted once, when a run starts, and then carried from save to save under separate names.
 */
public final class SessionTallies {
    private static final String EARLIER = "earlier/";

    private final DocumentStore store;
    private final Function<String, Survey> revisions;
    private final EarlierRuns earlierRuns;

    /**
     * The tallies of a survey's sessions.
     *
     * @param revisions finds the survey for a revision
     */
    public SessionTallies(DocumentStore store, Function<String, Survey> revisions) {
        this.store = store;
        this.revisions = revisions;
        this.earlierRuns = new EarlierRuns(store);
    }

    /** Adds the session's tally to its document, counting all runs. */
    public Document counted(Document document, SessionState session) {
        return with(document, session, earlierRuns(session));
    }

    /**
     * Adds the tally of a changed session to its document, if the store keeps tallies. Does not recount earlier runs.
     *
     * @param document the document as loaded
     * @param run the run of the loaded session
     * @param session the session to save
     */
    public Document carriedOn(Document document, int run, SessionState session) {
        if (store.tallies().isEmpty()) {
            return document;
        }
        boolean isSameRun = session.run() == run && session.progress().turn() > 0;
        Tally earlier = document.tally()
                .filter(any -> isSameRun)
                .map(SessionTallies::earlierIn)
                .orElseGet(() -> earlierRuns(session));
        return with(document, session, earlier);
    }

    private Document with(Document document, SessionState session, Tally earlier) {
        return document.withTally(of(session).plus(earlier)).withLastChangedAt(lastReply(session));
    }

    /** The tally of one run. */
    public Tally of(SessionState session) {
        return SessionTally.of(revisions.apply(session.revision()), session);
    }

    private static Tally earlierIn(Tally tally) {
        Tally.Builder earlier = new Tally.Builder();
        tally.amounts().forEach((name, amount) -> {
            if (name.startsWith(EARLIER)) {
                earlier.add(name, amount);
            }
        });
        return earlier.build();
    }

    private Tally earlierRuns(SessionState session) {
        Tally.Builder earlier = new Tally.Builder();
        for (SessionState run : runsBefore(session)) {
            of(run).amounts().forEach((name, amount) -> earlier.add(EARLIER + name, amount));
        }
        return earlier.build();
    }

    /** A person's earlier runs that were not erased, the first one first. */
    public List<SessionState> runsBefore(SessionState session) {
        return earlierRuns.before(session);
    }

    /** The sum with earlier runs counted like current ones. */
    public static Tally ofAllRuns(Tally sum) {
        Tally.Builder all = new Tally.Builder();
        sum.amounts()
                .forEach((name, amount) ->
                        all.add(name.startsWith(EARLIER) ? name.substring(EARLIER.length()) : name, amount));
        return all.build();
    }

    /** When the person last gave an answer, or a reply that was not understood. */
    public static Optional<Instant> lastReply(SessionState session) {
        Stream<Instant> answers =
                session.answers().values().stream().filter(Answer::isGiven).map(Answer::at);
        Stream<Instant> missed = session.missed().replies().stream().map(MissedReply::at);
        return Stream.concat(answers, missed).max(Comparator.naturalOrder());
    }
}
