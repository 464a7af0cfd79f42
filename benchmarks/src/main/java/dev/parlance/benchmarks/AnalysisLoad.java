package dev.parlance.benchmarks;

import dev.parlance.survey.Surveys;
import dev.parlance.survey.analysis.Analysis;
import dev.parlance.survey.analysis.PeriodFigures;
import dev.parlance.survey.analysis.ResultFilter;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.results.Results;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Measures analyses of many respondents in SQLite: reading all of them, a filtered page of figures, and following changes.
 *
 * <pre>
 * java -cp … dev.parlance.benchmarks.AnalysisLoad 1000000
 * </pre>
 */
public final class AnalysisLoad {
    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");
    private static final int TIMES = 21;
    private static final int CHANGED = 100;
    private static final int TEMPLATES = 200;

    private AnalysisLoad() {}

    /** Measures SQLite. */
    public static void main(String[] args) throws Exception {
        int people = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        Path file = Files.createTempDirectory("parlance-load").resolve("surveys.db");
        try (JdbcDocuments store = JdbcDocuments.sqlite(file)) {
            Surveys surveys =
                    Surveys.builder(TurnBenchmark.survey()).store(store).build();
            text(surveys.textWebhook(), "+15005550006", 0);
            SessionTemplates.random(TEMPLATES).fill("jdbc:sqlite:" + file, people);
            measure(surveys.results(), surveys.textWebhook(), people);
        }
    }

    private static void measure(Results results, WebhookHandler texts, int people) {
        long before = usedMemory();
        double seconds = milliseconds(() -> results.analysis(ResultFilter.ALL, ZONE)) / 1e3;
        double bytes = (double) (usedMemory() - before) / people;
        System.out.printf("%,d people read in %.0f s, %.0f bytes each%n", people, seconds, bytes);
        ResultFilter filter = ResultFilter.ALL
                .from(LocalDate.now(ZONE).minusDays(30))
                .withChannel("text")
                .withAnswer("q1", "tea");
        print("a filtered page of figures", () -> page(results.analysis(filter, ZONE)));
        print("the figures of everybody", () -> page(results.analysis(ResultFilter.ALL, ZONE)));
        print("a cross table", () -> results.analysis(filter, ZONE).crossTable("q1", "q2"));
        int[] turn = {0};
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            turn[0]++;
            for (int person = 0; person < CHANGED; person++) {
                text(texts, "+1500556" + (1_000 + person), turn[0]);
            }
            times[i] = milliseconds(() -> results.analysis(ResultFilter.ALL, ZONE));
        }
        print("after " + CHANGED + " changed sessions", times);
    }

    /** What a page of results shows. */
    private static Object page(Analysis analysis) {
        return Arrays.asList(
                analysis.overview(),
                analysis.periods(PeriodFigures.Unit.DAY),
                analysis.questions(),
                analysis.dropOff(),
                analysis.misunderstood());
    }

    private static void print(String name, Supplier<Object> action) {
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            times[i] = milliseconds(action);
        }
        print(name, times);
    }

    private static void print(String name, double[] times) {
        Arrays.sort(times);
        System.out.printf("%-32s %6.1f ms, at most %.1f ms%n", name, times[TIMES / 2], times[TIMES - 1]);
    }

    private static double milliseconds(Supplier<?> action) {
        long start = System.nanoTime();
        Object result = action.get();
        double time = (System.nanoTime() - start) / 1e6;
        if (result == null) {
            throw new IllegalStateException("no result");
        }
        return time;
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    static void text(WebhookHandler texts, String person, int turn) {
        texts.handle(WebhookRequest.post("https://hooks.example.com/sms")
                .withForm("MessageSid", "SM" + person + "." + turn, "From", person, "To", "+15005550100", "Body", "1"));
    }
}
