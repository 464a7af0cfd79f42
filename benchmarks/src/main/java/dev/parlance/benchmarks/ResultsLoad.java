package dev.parlance.benchmarks;

import dev.parlance.settings.Secret;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.results.Results;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Measures the results of many respondents: the first summary after an upgrade, which counts everyone, and later ones.
 *
 * <pre>
 * java -cp … dev.parlance.benchmarks.ResultsLoad 1000000
 * </pre>
 */
public final class ResultsLoad {
    private static final int TIMES = 50;

    private ResultsLoad() {}

    /** Measures SQLite, then PostgreSQL. */
    public static void main(String[] args) throws Exception {
        int people = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        Path file = Files.createTempDirectory("parlance-load").resolve("surveys.db");
        measure("SQLite", JdbcDocuments.sqlite(file), "jdbc:sqlite:" + file, people);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            measure("PostgreSQL", JdbcDocuments.postgres(url, "postgres", Secret.of("postgres")), url, people);
        }
    }

    private static void measure(String name, DocumentStore store, String url, int people) throws Exception {
        try (store) {
            Surveys surveys =
                    Surveys.builder(TurnBenchmark.survey()).store(store).build();
            WebhookHandler texts = surveys.textWebhook();
            for (int turn = 0; turn < 11; turn++) {
                text(texts, "+15005550006", turn);
            }
            StoreLoad.fill(url, store.page("session:benchmark", "", 1).get(0).json(), 0, people);
            Results results = surveys.results();
            long start = System.nanoTime();
            int counted = results.summary().respondents();
            double first = (System.nanoTime() - start) / 1e9;
            if (counted != people + 1) {
                throw new IllegalStateException(counted + " respondents were counted instead of " + (people + 1));
            }
            double[] times = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                text(texts, "+1500555" + (1_000 + i), 0);
                long begin = System.nanoTime();
                results.summary();
                results.newest(50);
                times[i] = (System.nanoTime() - begin) / 1e6;
            }
            Arrays.sort(times);
            System.out.printf(
                    "%-10s %,d respondents: first summary %.0f s, then summary and newest answers %.1f ms, at most %.1f ms%n",
                    name, people, first, times[TIMES / 2], times[TIMES - 1]);
        }
    }

    private static void text(WebhookHandler texts, String person, int turn) {
        texts.handle(WebhookRequest.post("https://hooks.example.com/sms")
                .withForm("MessageSid", "SM" + person + "." + turn, "From", person, "To", "+15005550100", "Body", "1"));
    }
}
