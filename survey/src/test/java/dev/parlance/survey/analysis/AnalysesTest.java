package dev.parlance.survey.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.survey.session.ContactRecord;
import dev.parlance.survey.store.Changes;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When sessions are read for analyses. */
class AnalysesTest {
    private final Runs runs = new Runs(EveryForm.CURRENT);

    private Analyses analysesOf(DocumentStore store) {
        return Analyses.of(store, EveryForm.CURRENT, runs::revision, person -> ContactRecord.EMPTY);
    }

    private static int invited(Analyses analyses) {
        return analyses.analysis(ResultFilter.ALL, ZoneOffset.UTC)
                .overview()
                .people()
                .invited();
    }

    /** A store that can stop or fail when it is read. */
    private class Watched implements DocumentStore {
        final AtomicInteger pages = new AtomicInteger();

        @Override
        public Optional<Document> load(Key key) {
            return runs.store.load(key);
        }

        @Override
        public boolean save(Document document) {
            return runs.store.save(document);
        }

        @Override
        public List<Document> due(String shelf, Instant now, int limit) {
            return runs.store.due(shelf, now, limit);
        }

        @Override
        public List<Document> page(String shelf, String afterId, int limit) {
            pages.incrementAndGet();
            return runs.store.page(shelf, afterId, limit);
        }

        @Override
        public int forget(String owner) {
            return runs.store.forget(owner);
        }
    }

    @Test
    void a_snapshot_stays_as_it_was() {
        runs.run("+15005550001").save();
        Analysis before = runs.all();
        runs.run("+15005550002").save();

        assertThat(before.overview().people().invited()).isEqualTo(1);
        assertThat(runs.all().overview().people().invited()).isEqualTo(2);
        assertThat(before.overview().people().invited()).isEqualTo(1);
    }

    @Test
    void after_the_first_analysis_only_changes_are_read() {
        Watched store = new Watched() {
            @Override
            public Optional<Changes> changes() {
                return runs.store.changes();
            }
        };
        Analyses analyses = analysesOf(store);
        runs.run("+15005550001").save();
        assertThat(invited(analyses)).isEqualTo(1);
        int pages = store.pages.get();

        runs.run("+15005550002").save();
        runs.forget("+15005550001");
        runs.run("+15005550003").save();

        assertThat(invited(analyses)).isEqualTo(2);
        assertThat(store.pages).hasValue(pages);
    }

    @Test
    void a_store_that_does_not_know_its_changes_is_read_again_from_time_to_time() {
        Analyses analyses = analysesOf(new Watched());
        runs.run("+15005550001").save();
        assertThat(invited(analyses)).isEqualTo(1);

        runs.run("+15005550002").save();

        // Reading takes at most a tenth of the time, so the change shows after a while.
        int invited = 1;
        while (invited == 1) {
            invited = invited(analyses);
        }
        assertThat(invited).isEqualTo(2);
    }

    @Test
    void a_failure_is_reported_and_the_next_analysis_works() {
        AtomicInteger failures = new AtomicInteger(1);
        Analyses analyses = analysesOf(new Watched() {
            @Override
            public List<Document> page(String shelf, String afterId, int limit) {
                if (failures.getAndDecrement() > 0) {
                    throw new StoreException("The store is down", new IllegalStateException());
                }
                return super.page(shelf, afterId, limit);
            }
        });
        runs.run("+15005550001").save();

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> invited(analyses));

        assertThat(invited(analyses)).isEqualTo(1);
    }

    @Test
    void sessions_are_read_in_the_background() throws Exception {
        CountDownLatch isReading = new CountDownLatch(1);
        CountDownLatch canGoOn = new CountDownLatch(1);
        Analyses analyses = analysesOf(new Watched() {
            @Override
            public List<Document> page(String shelf, String afterId, int limit) {
                isReading.countDown();
                await(canGoOn);
                return super.page(shelf, afterId, limit);
            }
        });
        runs.run("+15005550001").save();

        assertThat(analyses.prepare().isReady()).isFalse();
        assertThat(isReading.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(analyses.prepare().read()).isZero();
        canGoOn.countDown();
        while (!analyses.prepare().isReady()) {
            Thread.onSpinWait();
        }

        assertThat(analyses.prepare().read()).isEqualTo(1);
        analyses.close();
        assertThat(invited(analyses)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("The request was interrupted", e);
        }
    }

    @Test
    void closing_ends_the_background_thread() throws Exception {
        CountDownLatch isReading = new CountDownLatch(1);
        List<Thread> readers = new CopyOnWriteArrayList<>();
        Analyses analyses = analysesOf(new Watched() {
            @Override
            public List<Document> page(String shelf, String afterId, int limit) {
                readers.add(Thread.currentThread());
                isReading.countDown();
                await(new CountDownLatch(1));
                return List.of();
            }
        });
        analyses.prepare();
        isReading.await();

        analyses.close();
        analyses.close();

        assertThat(analyses.prepare().isReady()).isFalse();
        assertThat(readers)
                .isNotEmpty()
                .allSatisfy(thread -> assertThat(thread.isAlive()).isFalse());
    }
}
