package dev.parlance.benchmarks;

import dev.parlance.pages.testing.Browser;
import dev.parlance.pages.testing.PageSize;
import dev.parlance.pages.testing.PageSpeed;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.pages.ResultsPages;
import dev.parlance.survey.results.Results;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Measures the results page with many respondents in SQLite: the server's responses, and in a browser the first paint and the
 * time until the figures are shown.
 *
 * <pre>
 * java -cp … dev.parlance.benchmarks.ResultsPageLoad 1000000
 * </pre>
 */
public final class ResultsPageLoad {
    private static final int TIMES = 60;
    private static final int SAMPLES = 8;
    private static final int LOADS = 6;
    private static final List<String> ROUTES = List.of(
            "data",
            "data?answer.q0=4",
            "data?answer.q1=tea&answer.q2=3",
            "parts?question=q2&by=channel",
            "cross?rows=q0&columns=q1");

    /** What people click, in this order. */
    private static final List<Map.Entry<String, String>> CLICKS = List.of(
            Map.entry("[data-filter]", "opening the filters"),
            Map.entry("dialog [name=language]", "choosing a value of a filter"),
            Map.entry("dialog .primary", "applying a filter"),
            Map.entry("[data-question=q2] [data-mode=channel]", "a question by channel"),
            Map.entry("[data-unit=day]", "another period"),
            Map.entry("#compare", "comparing"));

    private ResultsPageLoad() {}

    /** Measures one store. */
    public static void main(String[] args) throws Exception {
        int people = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        Path file = Files.createTempDirectory("parlance-load").resolve("surveys.db");
        try (DocumentStore store = JdbcDocuments.sqlite(file);
                Surveys surveys =
                        Surveys.builder(TurnBenchmark.survey()).store(store).build()) {
            fill(surveys, store, "jdbc:sqlite:" + file, people);
            read(surveys.results(), people);
            Router router = Router.create();
            ResultsPages.of(surveys).addTo(router, "/results/", handler -> handler);
            for (String route : ROUTES) {
                respond(router, "/results/" + route);
            }
            try (WebhookServer server = WebhookServer.start(0, router);
                    Browser browser = new Browser()) {
                browse(browser, URI.create(server.url() + "/results/"));
            }
        }
    }

    /** Some people answer; the others have copies of their sessions. */
    private static void fill(Surveys surveys, DocumentStore store, String url, int people) throws Exception {
        WebhookHandler texts = surveys.textWebhook();
        for (int sample = 0; sample < SAMPLES; sample++) {
            for (int turn = 0; turn < 11; turn++) {
                String answer = String.valueOf(1 + (sample + turn * 7) % (turn % 2 == 0 ? 2 : 5));
                text(texts, "+150055500" + (10 + sample), sample + "." + turn, turn == 0 ? "hi" : answer);
            }
        }
        List<String> documents = store.page("session:benchmark", "", SAMPLES).stream()
                .map(document -> document.json())
                .toList();
        int part = people / SAMPLES;
        for (int i = 0; i < SAMPLES; i++) {
            StoreLoad.fill(url, documents.get(i), i * part, (i + 1) * part);
        }
    }

    private static void text(WebhookHandler texts, String person, String id, String body) {
        texts.handle(WebhookRequest.post("https://hooks.example.com/sms")
                .withForm("MessageSid", "SM" + id, "From", person, "To", "+15005550100", "Body", body));
    }

    private static void read(Results results, int people) throws InterruptedException {
        long start = System.nanoTime();
        while (!results.prepareAnalysis().isReady()) {
            Thread.sleep(100);
        }
        System.out.printf("%,d people read in %.0f s%n", people, (System.nanoTime() - start) / 1e9);
    }

    private static void respond(WebhookHandler handler, String path) {
        double[] times = new double[TIMES];
        int length = 0;
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            length = handler.handle(WebhookRequest.get("https://survey.example.com" + path))
                    .length();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        double first = times[0];
        Arrays.sort(times);
        System.out.printf(
                "%-50s best %4.0f ms, median %4.0f ms, first %4.0f ms, %,d bytes%n",
                path, times[0], times[TIMES / 2], first, length);
    }

    private static void browse(Browser browser, URI page) {
        browser.size(PageSize.DESKTOP);
        PageSpeed speed = new PageSpeed(browser);
        for (int i = 0; i < LOADS; i++) {
            browser.open(page);
            browser.see("body:not(.loading)");
            speed.firstPaint();
            speed.mark("the figures are shown", "shown");
        }
        for (Map.Entry<String, String> click : CLICKS) {
            speed.click(click.getValue(), click.getKey());
            browser.gone("main[aria-busy]");
        }
    }
}
