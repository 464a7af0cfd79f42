package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processes and servers: no acknowledged answer is lost or counted twice. The runs are short by default; use {@code
 * -Dfaults.kills=200} for a long one.
 */
class NothingIsLostTest {
    private static final int KILLS = Integer.getInteger("faults.kills", 4);
    private static final long SEED = Long.getLong("faults.seed", 20_261_121L);

    @TempDir
    private Path folder;

    @Test
    void nothing_is_lost_when_processes_with_sqlite_are_killed() throws Exception {
        runWithKills(folder.resolve("surveys.db").toString());
    }

    @Test
    void nothing_is_lost_when_processes_with_postgresql_are_killed() throws Exception {
        try (EmbeddedPostgres server = Postgres.start()) {
            runWithKills(server.getJdbcUrl("postgres", "postgres"));
        }
    }

    private static void runWithKills(String store) throws Exception {
        AtomicReference<Node> node = new AtomicReference<>(Node.start(store));
        AtomicBoolean more = new AtomicBoolean(true);
        Crowd crowd = new Crowd(SEED, () -> List.of(node.get().url()));
        Thread killer = new Thread(() -> {
            try {
                Random random = new Random(SEED);
                for (int i = 0; i < KILLS; i++) {
                    crowd.awaitReplies(20);
                    LockSupport.parkNanos(random.nextInt(50_000_000)); // anywhere in a turn
                    node.get().close();
                    node.set(Node.start(store));
                }
            } finally {
                more.set(false);
            }
        });
        killer.start();
        try {
            crowd.takeSurveyWhile(more::get);
        } finally {
            killer.join();
            node.get().close();
        }
        System.out.println(
                KILLS + " kills with " + (store.startsWith("jdbc:") ? "PostgreSQL" : "SQLite") + ": " + crowd);
        try (JdbcDocuments sessions = Node.store(store)) {
            crowd.check(sessions);
        }
        assertThat(crowd.failures())
                .as("webhooks without a response because of a kill")
                .isPositive();
    }

    @Test
    void nothing_is_lost_when_two_processes_get_the_same_texts_at_once() throws Exception {
        try (EmbeddedPostgres server = Postgres.start();
                Node one = Node.start(server.getJdbcUrl("postgres", "postgres"));
                Node other = Node.start(server.getJdbcUrl("postgres", "postgres"))) {
            Crowd crowd = new Crowd(SEED, () -> List.of(one.url(), other.url()));
            crowd.takeSurveyWhile(() -> crowd.people() < 40);
            try (JdbcDocuments sessions = Node.store(server.getJdbcUrl("postgres", "postgres"))) {
                crowd.check(sessions);
            }
        }
    }

    @Test
    void nothing_is_lost_when_postgresql_restarts() throws Exception {
        Path data = folder.resolve("data");
        EmbeddedPostgres first = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
        AtomicReference<EmbeddedPostgres> server = new AtomicReference<>(first);
        String store = first.getJdbcUrl("postgres", "postgres");
        AtomicBoolean more = new AtomicBoolean(true);
        try (Node node = Node.start(store)) {
            Crowd crowd = new Crowd(SEED, () -> List.of(node.url()));
            Thread operator = new Thread(() -> {
                try {
                    crowd.awaitReplies(100);
                    restart(server, data, crowd);
                } finally {
                    more.set(false);
                }
            });
            operator.start();
            crowd.takeSurveyWhile(more::get);
            operator.join();
            try (JdbcDocuments sessions = Node.store(store)) {
                crowd.check(sessions);
            }
            assertThat(crowd.failures()).as("webhooks with a 5xx response").isPositive();
        } finally {
            server.get().close();
        }
    }

    /** Keeps the server down until a request has failed, because a quick restart can fall between two texts. */
    private static void restart(AtomicReference<EmbeddedPostgres> server, Path data, Crowd crowd) {
        int port = server.get().getPort();
        try {
            server.get().close();
            crowd.awaitFailure();
            server.set(EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
