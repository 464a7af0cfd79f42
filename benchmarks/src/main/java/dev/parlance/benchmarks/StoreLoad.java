package dev.parlance.benchmarks;

import dev.parlance.settings.Secret;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures sessions per second for each store, with ten thousand and with a million stored sessions. A session is a text that
 * starts it and ten answers, eleven webhooks in all, by four respondents at a time.
 *
 * <pre>
 * java -cp … dev.parlance.benchmarks.StoreLoad
 * </pre>
 */
public final class StoreLoad {
    private static final int PEOPLE = 4;
    private static final int TURNS = 11;
    private static final Duration EACH = Duration.ofSeconds(10);
    private static final AtomicLong NEXT = new AtomicLong(5_000_000_000L);

    private StoreLoad() {}

    /** Measures memory, SQLite and PostgreSQL, one after the other. */
    public static void main(String[] args) throws Exception {
        measure("memory", DocumentStore.inMemory(), "");
        Path folder = Files.createTempDirectory("parlance-load");
        Path file = folder.resolve("surveys.db");
        measure("SQLite", JdbcDocuments.sqlite(file), "jdbc:sqlite:" + file);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            measure("PostgreSQL", JdbcDocuments.postgres(url, "postgres", Secret.of("postgres")), url);
        }
    }

    private static void measure(String name, DocumentStore store, String url) throws Exception {
        try (store) {
            WebhookHandler webhook =
                    Surveys.builder(TurnBenchmark.survey()).store(store).build().textWebhook();
            run(webhook);
            String template = sample(store);
            if (!url.isEmpty()) {
                fill(url, template, 0, 10_000);
            }
            double few = run(webhook);
            double dueFew = due(store);
            if (url.isEmpty()) {
                System.out.printf("%-10s %8.0f sessions/s%n", name, few);
                return;
            }
            fill(url, template, 10_000, 1_000_000);
            double many = run(webhook);
            double dueMany = due(store);
            System.out.printf(
                    "%-10s 10,000 stored: %6.0f sessions/s, due %5.0f µs; 1,000,000 stored: %6.0f sessions/s, due %5.0f µs;"
                            + " %.2f times the time%n",
                    name, few, dueFew, many, dueMany, few / many);
        }
    }

    /** The document of a session in progress. */
    private static String sample(DocumentStore store) {
        return store.page("session:benchmark", "", 1).get(0).json();
    }

    private static double run(WebhookHandler webhook) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            long start = System.nanoTime();
            long end = start + EACH.toNanos();
            AtomicLong sessions = new AtomicLong();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                running.add(people.submit(() -> {
                    while (System.nanoTime() < end) {
                        session(webhook, NEXT.incrementAndGet());
                        sessions.incrementAndGet();
                    }
                }));
            }
            for (Future<?> future : running) {
                future.get();
            }
            return sessions.get() * 1e9 / (System.nanoTime() - start);
        } finally {
            people.shutdown();
        }
    }

    private static void session(WebhookHandler webhook, long person) {
        for (int turn = 0; turn < TURNS; turn++) {
            webhook.handle(WebhookRequest.post("https://hooks.example.com/sms")
                    .withForm(
                            "MessageSid",
                            "SM" + person + "." + turn,
                            "From",
                            "+1" + person,
                            "To",
                            "+15005550100",
                            "Body",
                            "1"));
        }
    }

    private static double due(DocumentStore store) {
        int times = 200;
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            store.due("session:benchmark", Instant.EPOCH.plusSeconds(i), 100);
        }
        return (System.nanoTime() - start) / 1e3 / times;
    }

    static void fill(String url, String json, int from, int to) throws Exception {
        String user = url.startsWith("jdbc:sqlite") ? "" : "postgres";
        try (Connection connection = DriverManager.getConnection(url, user, user);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO parlance_document (shelf, id, version, owner, wake_at, json) VALUES (?, ?, ?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = from; i < to; i++) {
                insert.setString(1, "session:benchmark");
                insert.setString(2, "+1" + (1_000_000_000L + i * 7919L % 1_000_000_007L));
                insert.setLong(3, 5);
                insert.setString(4, "%064x".formatted(i * 2_654_435_761L));
                insert.setLong(5, Instant.now().plusSeconds(i).toEpochMilli());
                insert.setString(6, json);
                insert.addBatch();
                if (i % 1_000 == 999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
    }
}
