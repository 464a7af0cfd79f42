package dev.parlance.survey.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parlance.survey.store.Changes;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tests for a store with {@link Changes}. Each test uses its own shelf. Extend {@link DocumentStoreContract} too. */
public abstract class ChangesContract {
    private static final int ACTIONS = 200;
    private static final int PEOPLE = 12;

    private final String shelf = "session:" + UUID.randomUUID();
    private DocumentStore store;

    /** Called by subclasses. */
    @SuppressWarnings("NullAway") // the store is opened before each test
    protected ChangesContract() {}

    /** Opens a store; it is closed after the test. */
    protected abstract DocumentStore open() throws Exception;

    /** Opens the store. */
    @BeforeEach
    public final void openStore() throws Exception {
        store = open();
    }

    /** Closes the store. */
    @AfterEach
    public final void closeStore() {
        store.close();
    }

    private Changes changes() {
        return store.changes().orElseThrow();
    }

    private Key key(String id) {
        return new Key(shelf, id);
    }

    private void create(String id) {
        assertTrue(store.save(Document.create(key(id), shelf + id, Optional.empty(), "1")));
    }

    private void change(String id) {
        assertTrue(store.save(store.load(key(id)).orElseThrow().withJson("2")));
    }

    private Changes.Batch since(String mark) {
        return changes().since(shelf, mark, 1_000);
    }

    @Test
    void a_document_that_is_saved_after_a_mark_is_found_with_its_version() {
        create("ana");
        create("ben");
        String mark = changes().mark(shelf);
        change("ana");
        create("eve");

        Changes.Batch found = since(mark);

        assertEquals(2L, found.versions().get("ana"));
        assertEquals(1L, found.versions().get("eve"));
        assertFalse(found.hasDeletions());
        assertFalse(found.hasMore());
    }

    @Test
    void the_next_mark_finds_what_is_saved_afterwards() {
        String first = changes().mark(shelf);
        create("ana");
        String second = since(first).mark();
        change("ana");

        assertEquals(2L, since(second).versions().get("ana"));
    }

    @Test
    void documents_of_other_shelves_are_not_found() {
        String mark = changes().mark(shelf);
        store.save(Document.create(new Key(shelf + "2", "ana"), "", Optional.empty(), "1"));

        assertEquals(Map.of(), since(mark).versions());
    }

    @Test
    void a_save_that_is_rejected_is_no_change() {
        create("ana");
        Document stale = store.load(key("ana")).orElseThrow();
        change("ana");
        String mark = changes().mark(shelf);

        store.save(stale.withJson("3"));

        Map<String, Long> found = since(mark).versions();
        assertTrue(found.isEmpty() || found.equals(Map.of("ana", 2L)), "found " + found);
    }

    @Test
    void documents_that_are_saved_at_once_are_found() {
        String mark = changes().mark(shelf);

        store.saveAll(List.of(
                Document.create(key("ana"), "", Optional.empty(), "1"),
                Document.create(key("ben"), "", Optional.empty(), "1")));

        assertEquals(Map.of("ana", 1L, "ben", 1L), since(mark).versions());
    }

    @Test
    void many_changes_are_found_in_several_calls() {
        String mark = changes().mark(shelf);
        Set<String> saved = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            create("p" + i);
            saved.add("p" + i);
        }

        Set<String> found = new HashSet<>();
        Changes.Batch batch = changes().since(shelf, mark, 10);
        int calls = 1;
        for (; batch.hasMore(); calls++) {
            assertEquals(10, batch.versions().size());
            found.addAll(batch.versions().keySet());
            batch = changes().since(shelf, batch.mark(), 10);
        }
        found.addAll(batch.versions().keySet());

        assertEquals(saved, found);
        assertEquals(3, calls);
    }

    @Test
    void forgetting_an_owner_is_a_deletion_on_their_shelves_once() {
        create("ana");
        create("ben");
        String mark = changes().mark(shelf);
        String other = changes().mark(shelf + "2");

        store.forget(shelf + "ana");

        Changes.Batch found = since(mark);
        assertTrue(found.hasDeletions());
        assertFalse(found.versions().containsKey("ana"));
        assertFalse(since(found.mark()).hasDeletions());
        assertFalse(changes().since(shelf + "2", other, 10).hasDeletions());
    }

    @Test
    void somebody_who_is_forgotten_and_comes_again_is_found() {
        create("ana");
        String mark = changes().mark(shelf);

        store.forget(shelf + "ana");
        create("ana");

        Changes.Batch found = since(mark);
        assertTrue(found.hasDeletions());
        assertEquals(Map.of("ana", 1L), found.versions());
    }

    @Test
    void paging_through_the_ids_returns_each_once() {
        Set<String> saved = new TreeSet<>();
        for (int i = 0; i < 25; i++) {
            create("+52" + i);
            saved.add("+52" + i);
        }

        assertEquals(List.copyOf(saved), ids());
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        List<String> page = changes().ids(shelf, "", 10);
        while (!page.isEmpty()) {
            ids.addAll(page);
            page = changes().ids(shelf, ids.get(ids.size() - 1), 10);
        }
        return ids;
    }

    /** Several writers save and delete, while a copy follows. In the end, it has what the store has. */
    @Test
    void a_copy_that_follows_the_changes_ends_up_like_the_store() throws Exception {
        Map<String, Long> copy = new HashMap<>();
        String[] mark = {changes().mark(shelf)};
        AtomicInteger seeds = new AtomicInteger();
        AtomicBoolean isOver = new AtomicBoolean();
        Thread follower = new Thread(() -> {
            while (!isOver.get()) {
                follow(copy, mark);
            }
        });
        follower.start();

        DocumentStoreContract.atOnce(() -> {
            Random random = new Random(seeds.getAndIncrement());
            for (int i = 0; i < ACTIONS; i++) {
                doSomething(random);
            }
            return ACTIONS;
        });
        isOver.set(true);
        follower.join();
        follow(copy, mark);

        Map<String, Long> stored = new HashMap<>();
        store.page(shelf, "", 1_000)
                .forEach(document -> stored.put(document.key().id(), document.version()));
        assertEquals(stored, copy);
    }

    private void doSomething(Random random) {
        String id = "p" + random.nextInt(PEOPLE);
        if (random.nextInt(20) == 0) {
            store.forget(shelf + id);
        } else {
            store.save(
                    store.load(key(id)).orElseGet(() -> Document.create(key(id), shelf + id, Optional.empty(), "1")));
        }
    }

    private void follow(Map<String, Long> copy, String[] mark) {
        Changes.Batch batch = changes().since(shelf, mark[0], 5);
        List<Key> keys = batch.versions().keySet().stream().map(this::key).toList();
        store.loadAll(keys).values().forEach(document -> copy.put(document.key().id(), document.version()));
        if (batch.hasDeletions()) {
            copy.keySet().retainAll(Set.copyOf(ids()));
        }
        mark[0] = batch.mark();
        if (batch.hasMore()) {
            follow(copy, mark);
        }
    }
}
