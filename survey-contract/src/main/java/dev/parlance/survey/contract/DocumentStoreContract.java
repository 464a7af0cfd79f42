package dev.parlance.survey.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The tests that every store must pass. Extend this class:
 *
 * <pre>{@code
 * class MyDocumentsTest extends DocumentStoreContract {
 *     @Override protected DocumentStore open() { return DocumentStore.inMemory(); }
 * }
 * }</pre>
 *
 * <p>Tests can share a store with each other, because each test uses its own shelves.
 */
public abstract class DocumentStoreContract {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final int WRITERS = 4;
    private static final int WRITES = 25;

    final String shelf = "session:" + UUID.randomUUID();
    DocumentStore store;

    /** Called by subclasses. */
    @SuppressWarnings("NullAway") // the store is opened before each test
    protected DocumentStoreContract() {}

    /** Opens a store; it is closed after the test. */
    protected abstract DocumentStore open() throws Exception;

    /** Opens the store. */
    @BeforeEach
    public final void openStore() throws Exception {
        store = open();
    }

    /** Closes the store twice, because a second close must do no harm. */
    @AfterEach
    public final void closeStore() {
        store.close();
        store.close();
    }

    private Document fresh(String id, String json) {
        return Document.create(new Key(shelf, id), "", Optional.empty(), json);
    }

    final Document load(String id) {
        return store.load(new Key(shelf, id)).orElseThrow();
    }

    @Test
    void a_document_that_was_never_saved_is_not_found() {
        assertEquals(Optional.empty(), store.load(new Key(shelf, "nobody")));
    }

    @Test
    void a_saved_document_is_loaded_with_all_its_parts() {
        Document document = Document.create(
                new Key(shelf, "whatsapp:+5215512345678"),
                "owner",
                Optional.of(NOON),
                "{\"said\":\"¿Sí? 五 🙂 \\n'\\\"\"}");

        assertTrue(store.save(document));

        assertEquals(document.saved(), load("whatsapp:+5215512345678"));
    }

    @Test
    void several_documents_can_be_saved_at_once_and_those_that_conflict_are_returned() {
        store.save(fresh("ana", "1"));
        Document outdated = fresh("ana", "2");
        Document repeated = fresh("ben", "4");

        List<Document> notSaved = store.saveAll(
                List.of(outdated, fresh("ben", "3"), repeated, load("ana").withJson("5")));

        assertEquals(Set.of(outdated, repeated), Set.copyOf(notSaved));
        assertEquals("5", load("ana").json());
        assertEquals("3", load("ben").json());
        assertEquals(1, load("ben").version());
        assertEquals(List.of(), store.saveAll(List.of()));
    }

    @Test
    void several_documents_can_be_loaded_at_once_and_missing_ones_are_omitted() {
        store.save(fresh("ana", "1"));
        store.save(fresh("ben", "2"));
        store.save(Document.create(new Key(shelf + "2", "ana"), "", Optional.empty(), "3"));
        Key ana = new Key(shelf, "ana");
        Key other = new Key(shelf + "2", "ana");

        Map<Key, Document> loaded = store.loadAll(List.of(ana, new Key(shelf, "nobody"), other));

        assertEquals(Map.of(ana, load("ana"), other, store.load(other).orElseThrow()), loaded);
        assertEquals(Map.of(), store.loadAll(List.of()));
    }

    @Test
    void only_the_current_version_of_a_document_can_be_replaced() {
        assertTrue(store.save(fresh("ana", "1")));
        Document loaded = load("ana");
        assertTrue(store.save(loaded.withJson("2")));

        assertFalse(store.save(loaded.withJson("3")), "an outdated version must be rejected");
        assertFalse(store.save(fresh("ana", "4")), "an existing document must not be created again");

        assertEquals("2", load("ana").json());
        assertEquals(2, load("ana").version());
    }

    @Test
    void a_document_that_does_not_exist_cannot_be_replaced() {
        assertFalse(store.save(fresh("ana", "1").saved()));
        assertEquals(Optional.empty(), store.load(new Key(shelf, "ana")));
    }

    @Test
    void one_of_several_concurrent_saves_wins_each_time() throws Exception {
        store.save(fresh("counter", "0"));

        atOnce(() -> {
            int saved = 0;
            while (saved < WRITES) {
                Document document = load("counter");
                int count = Integer.parseInt(document.json());
                saved += store.save(document.withJson(Integer.toString(count + 1))) ? 1 : 0;
            }
            return saved;
        });

        assertEquals(Integer.toString(WRITERS * WRITES), load("counter").json());
    }

    @Test
    void one_of_several_concurrent_creations_wins() throws Exception {
        List<Integer> won = atOnce(() -> store.save(fresh("new", "x")) ? 1 : 0);

        assertEquals(1, won.stream().mapToInt(Integer::intValue).sum());
    }

    static List<Integer> atOnce(Callable<Integer> action) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            start.countDown();
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> future : running) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void due_documents_are_found_oldest_first() {
        store.save(Document.create(new Key(shelf, "later"), "", Optional.of(NOON.plusSeconds(1)), "x"));
        store.save(Document.create(new Key(shelf, "second"), "", Optional.of(NOON), "x"));
        store.save(Document.create(new Key(shelf, "first"), "", Optional.of(NOON.minusSeconds(9)), "x"));
        store.save(Document.create(new Key(shelf, "never"), "", Optional.empty(), "x"));

        assertEquals(List.of("first", "second"), due(NOON));
    }

    @Test
    void a_postponed_or_finished_document_is_no_longer_due() {
        store.save(Document.create(new Key(shelf, "off"), "", Optional.of(NOON), "x"));
        store.save(Document.create(new Key(shelf, "done"), "", Optional.of(NOON), "x"));

        store.save(load("off").withWakeAt(Optional.of(NOON.plusSeconds(60))).withJson("y"));
        store.save(load("done").withWakeAt(Optional.empty()).withJson("y"));

        assertEquals(List.of(), due(NOON));
        assertEquals(List.of("off"), due(NOON.plusSeconds(60)));
    }

    @Test
    void the_limit_for_due_documents_is_respected() {
        for (int i = 0; i < 5; i++) {
            store.save(Document.create(new Key(shelf, "p" + i), "", Optional.of(Instant.EPOCH), "x"));
        }

        assertEquals(3, store.due(shelf, Instant.EPOCH, 3).size());
    }

    private List<String> due(Instant now) {
        return store.due(shelf, now, 1_000).stream()
                .map(document -> document.key().id())
                .toList();
    }

    @Test
    void due_documents_of_another_shelf_do_not_interfere() {
        Document other = Document.create(new Key(shelf + "2", "a"), "", Optional.of(Instant.EPOCH), "x");
        store.save(other);
        store.save(Document.create(new Key(shelf, "b"), "", Optional.of(NOON), "y"));

        assertEquals("y", store.due(shelf, NOON, 1).get(0).json());
        assertEquals(List.of(other.saved()), store.due(shelf + "2", NOON, 1));
    }

    @Test
    void paging_through_a_shelf_returns_each_document_once() {
        Set<String> saved = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            String id = (i % 2 == 0 ? "+52" : "whatsapp:+1") + i;
            saved.add(id);
            store.save(fresh(id, Integer.toString(i)));
        }
        store.save(Document.create(new Key(shelf + "x", "other"), "", Optional.empty(), "x"));

        List<String> seen = new ArrayList<>();
        List<Document> page = store.page(shelf, "", 10);
        while (!page.isEmpty()) {
            page.forEach(document -> seen.add(document.key().id()));
            page = store.page(shelf, seen.get(seen.size() - 1), 10);
        }

        assertEquals(saved, new HashSet<>(seen));
        assertEquals(25, seen.size());
    }

    @Test
    void forgetting_an_owner_deletes_all_their_documents() {
        String owner = UUID.randomUUID().toString();
        store.save(Document.create(new Key(shelf, "a"), owner, Optional.of(NOON), "x"));
        store.save(Document.create(new Key(shelf + "2", "b"), owner, Optional.empty(), "x"));
        store.save(Document.create(new Key(shelf, "c"), "another", Optional.empty(), "x"));

        assertEquals(2, store.forget(owner));

        assertEquals(Optional.empty(), store.load(new Key(shelf, "a")));
        assertEquals(Optional.empty(), store.load(new Key(shelf + "2", "b")));
        assertEquals("x", load("c").json());
        assertEquals(List.of(), due(NOON));
        assertTrue(store.save(fresh("a", "again")), "a forgotten owner can start again");
    }

    @Test
    void a_long_document_is_stored_completely() {
        String json = "\"" + "ñ".repeat(100_000) + "\"";

        store.save(fresh("long", json));

        assertEquals(json, load("long").json());
    }
}
