package dev.parlance.benchmarks;

import dev.parlance.survey.Surveys;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sessions of different people: other answers, times and ends. Each can be stored for any number of people. */
final class SessionTemplates {
    private static final String SHELF = "session:benchmark";
    private static final String PERSON = "+15005550001";

    private final List<String> sessions;

    private SessionTemplates(List<String> sessions) {
        this.sessions = sessions;
    }

    static SessionTemplates random(int count) {
        Random random = new Random(1);
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sessions.add(session(random));
        }
        return new SessionTemplates(sessions);
    }

    private static String session(Random random) {
        Instant start = Instant.now().minus(Duration.ofSeconds(random.nextInt(60 * 86_400)));
        DocumentStore store = DocumentStore.inMemory();
        int turns = random.nextInt(3) == 0 ? 1 + random.nextInt(11) : 11;
        for (int turn = 0; turn < turns; turn++) {
            start = start.plusSeconds(random.nextInt(300));
            WebhookHandler texts = Surveys.builder(TurnBenchmark.survey())
                    .store(store)
                    .clock(Clock.fixed(start, ZoneOffset.UTC))
                    .build()
                    .textWebhook();
            String answer = turn % 2 == 1 ? 1 + random.nextInt(5) + "" : 1 + random.nextInt(2) + "";
            texts.handle(WebhookRequest.post("https://hooks.example.com/sms")
                    .withForm("MessageSid", "SM" + turn, "From", PERSON, "To", "+15005550100", "Body", answer));
        }
        return store.page(SHELF, "", 1).get(0).json();
    }

    /** Stores a session for each of some people, in the form in which a save leaves them. */
    void fill(String url, int people) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO parlance_document (shelf, id, version, owner, wake_at,"
                                + " json, touched_at, tally, tally_version, saved_at) VALUES (?, ?, 5, ?, ?, ?, ?, '', 5, ?)")) {
            connection.setAutoCommit(false);
            long now = System.currentTimeMillis();
            for (int i = 0; i < people; i++) {
                String person = "+1" + (1_000_000_000L + i);
                insert.setString(1, SHELF);
                insert.setString(2, person);
                insert.setString(3, "%064x".formatted(i));
                insert.setLong(4, now + i);
                insert.setString(5, sessions.get(i % sessions.size()).replace(PERSON, person));
                insert.setLong(6, now - i * 1_000L);
                insert.setLong(7, now - 3_600_000L);
                insert.addBatch();
                if (i % 1_000 == 999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }
}
