package dev.parlance.survey.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.Tallies;
import dev.parlance.survey.store.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The tests for a store with {@link Tallies}, including those for every store. */
public abstract class TalliesContract extends DocumentStoreContract {
    private static final int ACTIONS = 300;
    private static final int PEOPLE = 12;

    /** Called by subclasses. */
    protected TalliesContract() {}

    private Tallies tallies() {
        return store.tallies().orElseThrow();
    }

    private Document ofOwner(String id, String owner) {
        return Document.create(new Key(shelf, id), owner, Optional.empty(), "{}");
    }

    private static Tally tally(long people, long espressos) {
        return Tally.of(Map.of("people", people, "option/drink/fr/text/espresso", espressos));
    }

    /** The sum of all tallies of the shelf, computed document by document. */
    private Tally sumOfDocuments() {
        Tally.Builder sum = new Tally.Builder();
        String last = "";
        List<Document> page = store.page(shelf, last, 100);
        while (!page.isEmpty()) {
            page.forEach(document -> sum.add(document.tally().orElseThrow()));
            last = page.get(page.size() - 1).key().id();
            page = store.page(shelf, last, 100);
        }
        return sum.build();
    }

    @Test
    void the_sum_of_an_empty_shelf_is_empty() {
        assertEquals(Tally.NONE, tallies().sum(shelf));
    }

    @Test
    void a_tally_is_stored_with_its_document() {
        store.save(ofOwner("ana", "").withTally(tally(1, 2)));

        assertEquals(Optional.of(tally(1, 2)), load("ana").tally());
    }

    @Test
    void a_document_counts_once_with_its_newest_tally() {
        store.save(ofOwner("ana", "").withTally(tally(1, 0)));
        store.save(ofOwner("ben", "").withTally(tally(1, 5)));
        store.save(load("ana").withJson("{}").withTally(tally(1, 2)));
        store.save(load("ben").withTally(tally(1, -1)));

        assertEquals(tally(2, 1), tallies().sum(shelf));
        assertEquals(Tally.NONE, tallies().sum(shelf + "2"));
    }

    @Test
    void documents_that_are_saved_at_once_count_unless_they_conflict() {
        store.save(ofOwner("ana", "").withTally(tally(1, 0)));

        store.saveAll(List.of(
                ofOwner("ben", "").withTally(tally(1, 5)),
                ofOwner("ana", "").withTally(tally(1, 9)),
                load("ana").withTally(tally(1, 2))));

        assertEquals(tally(2, 7), tallies().sum(shelf));
    }

    @Test
    void saving_a_document_with_an_unchanged_tally_does_not_change_the_sum() {
        store.save(ofOwner("ana", "").withTally(tally(1, 3)));

        assertTrue(store.save(load("ana").withJson("{\"later\":true}")));

        assertEquals(tally(1, 3), tallies().sum(shelf));
        assertEquals(Optional.of(tally(1, 3)), load("ana").tally());
    }

    @Test
    void a_rejected_save_does_not_change_the_sum() {
        store.save(ofOwner("ana", "").withTally(tally(1, 0)));
        Document loaded = load("ana");
        store.save(loaded.withTally(tally(1, 1)));

        store.save(loaded.withTally(tally(1, 7)));
        store.save(ofOwner("ana", "").withTally(tally(1, 9)));
        store.save(ofOwner("nobody", "").saved().withTally(tally(1, 9)));

        assertEquals(tally(1, 1), tallies().sum(shelf));
    }

    @Test
    void forgetting_an_owner_removes_their_tallies_from_the_sum() {
        String owner = UUID.randomUUID().toString();
        store.save(ofOwner("ana", owner).withTally(tally(1, 4)));
        store.save(Document.create(new Key(shelf + "2", "ana"), owner, Optional.empty(), "{}")
                .withTally(tally(1, 1)));
        store.save(ofOwner("ben", "another").withTally(tally(1, 1)));

        store.forget(owner);

        assertEquals(tally(1, 1), tallies().sum(shelf));
        assertEquals(Tally.NONE, tallies().sum(shelf + "2"));
    }

    @Test
    void a_document_loaded_before_it_was_forgotten_and_created_again_cannot_change_the_sum() {
        String owner = UUID.randomUUID().toString();
        store.save(ofOwner("ana", owner).withTally(tally(1, 4)));
        Document loaded = load("ana");
        store.forget(owner);
        store.save(ofOwner("ana", owner).withTally(tally(1, 0)));

        store.save(loaded.withTally(tally(1, 5)));

        assertEquals(sumOfDocuments(), tallies().sum(shelf));
    }

    @Test
    void the_sum_matches_the_documents_after_concurrent_writes_and_deletions() throws Exception {
        AtomicInteger seeds = new AtomicInteger();
        atOnce(() -> {
            Random random = new Random(seeds.getAndIncrement());
            for (int i = 0; i < ACTIONS; i++) {
                doSomething(random);
            }
            return ACTIONS;
        });

        assertEquals(sumOfDocuments(), tallies().sum(shelf));
        tallies().sum(shelf);
        assertEquals(sumOfDocuments(), tallies().sum(shelf));
    }

    private void doSomething(Random random) {
        int person = random.nextInt(PEOPLE);
        Key key = new Key(shelf, "p" + person);
        if (random.nextInt(20) == 0) {
            store.forget(shelf + person);
        } else if (random.nextInt(20) == 0) {
            tallies().sum(shelf);
        } else {
            Document document = store.load(key).orElseGet(() -> ofOwner("p" + person, shelf + person));
            store.save(document.withTally(tally(1, random.nextInt(100))));
        }
    }

    @Test
    void a_tally_is_updated_without_a_new_version_of_its_document() {
        store.save(ofOwner("ana", "").withTally(tally(1, 1)));
        store.save(ofOwner("ben", "").withTally(tally(1, 1)));
        Document stale = load("ben");
        store.save(stale.withTally(tally(1, 2)));

        tallies().update(List.of(load("ana").withTally(tally(1, 5)), stale.withTally(tally(1, 9))));

        assertEquals(1, load("ana").version());
        assertEquals(Optional.of(tally(1, 5)), load("ana").tally());
        assertEquals(tally(2, 7), tallies().sum(shelf));
    }

    @Test
    void the_newest_documents_are_those_touched_last() {
        Instant noon = Instant.parse("2026-11-21T12:00:00Z");
        for (int i = 0; i < 5; i++) {
            store.save(ofOwner("p" + i, "").withLastChangedAt(Optional.of(noon.plusSeconds(i * 7 % 5))));
        }
        store.save(ofOwner("untouched", ""));
        store.save(load("p1").withLastChangedAt(Optional.of(noon.minusSeconds(1))));

        List<String> newest = tallies().newest(shelf, 3).stream()
                .map(document -> document.key().id())
                .toList();

        assertEquals(List.of("p2", "p4", "p3"), newest);
    }
}
