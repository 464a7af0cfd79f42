package dev.parlance.survey.index;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.internal.EarlierRuns;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Changes;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a survey in memory, column by column. Reads all of them once, then only those that have changed; in a store that
 * does not know its {@link Changes}, all of them again from time to time. Thread-safe.
 */
public final class SessionIndex {
    private static final int PAGE = 500;
    /** Without changes, reading takes at most this part of the time. */
    private static final int TIMES_AS_LONG = 10;

    private final DocumentStore store;
    private final String shelf;
    private final EarlierRuns earlierRuns;
    private final Survey survey;
    private final Function<String, Survey> revisions;
    private volatile @Nullable Content content;
    private volatile long read;

    /** What has been read. Guarded by the index's lock, except the snapshot. */
    private static final class Content {
        private final IndexWriter writer;
        private volatile Snapshot snapshot;
        private String mark;
        private boolean mustFindDeleted;
        private final long finished = System.nanoTime();
        private final long duration;

        Content(IndexWriter writer, String mark, long duration) {
            this.writer = writer;
            this.snapshot = writer.snapshot();
            this.mark = mark;
            this.duration = duration;
        }

        boolean isOld() {
            return System.nanoTime() - finished > TIMES_AS_LONG * duration;
        }
    }

    /**
     * An index that is built when it is first used.
     *
     * @param revisions finds the survey for a revision
     */
    public SessionIndex(DocumentStore store, Survey survey, Function<String, Survey> revisions) {
        this.store = store;
        this.shelf = SessionState.collection(survey.name());
        this.earlierRuns = new EarlierRuns(store);
        this.survey = survey;
        this.revisions = revisions;
    }

    /** Whether all sessions have been read once. */
    public boolean isReady() {
        return content != null;
    }

    /** How many people have been read. */
    public long read() {
        return read;
    }

    /**
     * All sessions as they are now. The first call reads them all.
     *
     * @throws CancellationException if the thread is interrupted meanwhile
     */
    public synchronized Snapshot current() {
        Content known = content;
        if (known != null && store.changes().isPresent()) {
            follow(known, store.changes().get());
            return known.snapshot;
        }
        if (known == null || known.isOld()) {
            known = build();
            content = known;
        }
        return known.snapshot;
    }

    private Content build() {
        long start = System.nanoTime();
        String mark = store.changes().map(changes -> changes.mark(shelf)).orElse("");
        IndexWriter writer = new IndexWriter(new Schema(survey, revisions));
        try (SessionPages pages = new SessionPages(store, shelf, PAGE)) {
            for (SessionPages.Page page = pages.next(); !page.isEmpty(); page = pages.next()) {
                put(writer, page);
                read = writer.people();
            }
        }
        return new Content(writer, mark, System.nanoTime() - start);
    }

    private void put(IndexWriter writer, SessionPages.Page page) {
        List<List<SessionState>> before = earlierRuns.before(page.sessions());
        for (int i = 0; i < page.sessions().size(); i++) {
            List<SessionState> runs = new ArrayList<>(before.get(i));
            runs.add(page.sessions().get(i));
            Document document = page.documents().get(i);
            writer.put(document.key().id(), runs, stamp(document.version()));
        }
    }

    private static int stamp(long version) {
        return (int) version;
    }

    private void follow(Content known, Changes changes) {
        boolean hasChanged = false;
        boolean hasMore = true;
        while (hasMore) {
            Changes.Batch batch = changes.since(shelf, known.mark, PAGE);
            known.mustFindDeleted |= batch.hasDeletions();
            List<Key> keys = changed(known, batch);
            put(
                    known.writer,
                    SessionPages.Page.of(List.copyOf(store.loadAll(keys).values())));
            hasChanged |= !keys.isEmpty();
            known.mark = batch.mark();
            hasMore = batch.hasMore();
        }
        if (known.mustFindDeleted) {
            removeDeleted(known.writer, changes);
            known.mustFindDeleted = false;
            hasChanged = true;
        }
        if (hasChanged) {
            known.snapshot = known.writer.snapshot();
            read = known.writer.people();
        }
    }

    /** The documents with another version than the one that has been read. After a deletion, a known version can be another one. */
    private List<Key> changed(Content known, Changes.Batch batch) {
        List<Key> keys = new ArrayList<>();
        batch.versions().forEach((id, version) -> {
            boolean isKnown = known.writer.hasStamp(id, stamp(version));
            if (!isKnown || known.mustFindDeleted) {
                keys.add(new Key(shelf, id));
            }
        });
        return keys;
    }

    private void removeDeleted(IndexWriter writer, Changes changes) {
        IndexWriter.Retained retained = writer.retain();
        String last = "";
        List<String> page;
        do {
            page = changes.ids(shelf, last, 20 * PAGE);
            page.forEach(retained::add);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (!page.isEmpty());
        retained.removeOthers();
    }
}
