package dev.parlance.survey.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.Tallies;
import dev.parlance.survey.store.Tally;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What people have answered. Sessions are read from the store a page at a time, in little memory.
 *
 * <pre>{@code
 * surveys.results().csv(out);
 * surveys.results().summary().toJson();
 * }</pre>
 */
public final class Results {
    private static final int PAGE = 500;

    private final DocumentStore store;
    private final Survey survey;
    private final Function<String, Survey> revisions;
    private final SessionTallies sessions;

    /**
     * The results of a survey.
     *
     * @param revisions finds an older version of the survey by its revision
     */
    public Results(DocumentStore store, Survey survey, Function<String, Survey> revisions) {
        this.store = store;
        this.survey = survey;
        this.revisions = revisions;
        this.sessions = new SessionTallies(store, revisions);
    }

    /**
     * Goes through all sessions, in no order that means anything. A person who took the survey again comes once for each run,
     * the first run first.
     */
    public void forEach(Consumer<Session> action) {
        String last = "";
        List<Document> page;
        do {
            page = store.page(Session.shelf(survey.name()), last, PAGE);
            for (Document document : page) {
                Session session = Session.fromJson(document.json());
                sessions.runsBefore(session).forEach(action);
                action.accept(session);
                last = document.key().id();
            }
        } while (page.size() == PAGE);
    }

    /**
     * The sessions that were answered last, the newest first. A store that keeps {@link Tallies} finds them at once; others are
     * read through.
     */
    public List<Session> newest(int limit) {
        Optional<Tallies> kept = store.tallies();
        if (kept.isPresent()) {
            return kept.get().newest(Session.shelf(survey.name()), limit).stream()
                    .map(document -> Session.fromJson(document.json()))
                    .toList();
        }
        NewestSessions newest = new NewestSessions(limit);
        forEach(newest::add);
        return newest.newestFirst();
    }

    /** One person's results, as the JSON document that {@code survey-results/} had of each. */
    public Optional<String> json(String person) {
        return store.load(
                        new Key(Session.shelf(survey.name()), Address.of(person).value()))
                .map(document -> json(Session.fromJson(document.json())).toPrettyString());
    }

    private ObjectNode json(Session session) {
        return ResultJson.of(revisions.apply(session.revision()), session);
    }

    /** All results, a JSON document on each line. */
    public void jsonLines(OutputStream out) {
        write(out, writer -> forEach(session -> writer.line(json(session).toString())));
    }

    /** All results as a table: a row for each person, a column for each question. Safe to be opened in a spreadsheet. */
    public void csv(OutputStream out) {
        Table table = Table.of(survey);
        write(out, writer -> {
            writer.line(table.header());
            forEach(session -> writer.line(table.row(session)));
        });
    }

    /**
     * What all the answers come to, by question and language. A store that keeps {@link Tallies} has the sums already. The first
     * summary after an upgrade from a version without them counts all sessions once.
     */
    public Summary summary() {
        return Summary.of(survey, store.tallies().map(this::kept).orElseGet(this::counted));
    }

    private Tally kept(Tallies tallies) {
        String shelf = Session.shelf(survey.name());
        List<Document> outdated = tallies.outdated(shelf, PAGE);
        while (!outdated.isEmpty()) {
            tallies.update(outdated.stream()
                    .map(document -> sessions.counted(document, Session.fromJson(document.json())))
                    .toList());
            outdated = tallies.outdated(shelf, PAGE);
        }
        return tallies.sum(shelf);
    }

    private Tally counted() {
        Tally.Builder sum = new Tally.Builder();
        forEach(session -> sum.add(sessions.of(session)));
        return sum.build();
    }

    private static void write(OutputStream out, Consumer<Lines> content) {
        try {
            Lines lines = new Lines(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
            content.accept(lines);
            lines.out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The results could not be written", e);
        }
    }

    private record Lines(Writer out) {
        void line(String text) {
            try {
                out.write(text);
                out.write("\r\n");
            } catch (IOException e) {
                throw new UncheckedIOException("The results could not be written", e);
            }
        }
    }
}
