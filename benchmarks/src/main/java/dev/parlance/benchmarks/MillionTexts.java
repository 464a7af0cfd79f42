package dev.parlance.benchmarks;

import dev.parlance.fake.twilio.FakeTwilio;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Texts a fake a million times, each text from another phone, and lists what a fake with 100,000 texts remembers.
 *
 * <pre>
 * java -Xmx512m -cp … dev.parlance.benchmarks.MillionTexts 1000000
 * </pre>
 */
public final class MillionTexts {
    private static final String OURS = "+15005550100";
    private static final int LISTED = 100_000;
    private static final int RUNS = 51;

    private final FakeTwilio twilio;
    private final PrintStream out;
    private final HttpClient client = HttpClient.newHttpClient();

    private MillionTexts(FakeTwilio twilio, PrintStream out) {
        this.twilio = twilio;
        this.out = out;
        twilio.number(OURS);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int texts = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        try (FakeTwilio twilio = FakeTwilio.start()) {
            new MillionTexts(twilio, System.out).text(texts);
        }
        try (FakeTwilio twilio = FakeTwilio.start().remembers(LISTED)) {
            MillionTexts lists = new MillionTexts(twilio, System.out);
            lists.text(LISTED);
            lists.list();
        }
    }

    private void text(int texts) {
        long start = System.nanoTime();
        for (int i = 0; i < texts; i++) {
            twilio.phone("+336%08d".formatted(i)).textsTo(OURS, "hello");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf("%,d texts in %.1f s: %,.0f per second%n", texts, seconds, texts / seconds);
    }

    private void list() throws IOException, InterruptedException {
        Map<String, String> filters = new TreeMap<>(Map.of(
                "everything",
                "",
                "From of one",
                "From=" + encoded("+33600000007"),
                "To of all",
                "To=" + encoded(OURS),
                "From of nobody",
                "From=" + encoded("+33700000000"),
                "a day",
                "DateSent=2026-03-01",
                "a day without texts",
                "DateSent=2026-02-01"));
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            double[] millis = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                long start = System.nanoTime();
                get("/Messages.json?PageSize=50&" + filter.getValue());
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            double first = millis[0];
            Arrays.sort(millis);
            out.printf(
                    "%-20s median %6.2f ms, longest %6.2f ms, first %6.2f ms%n",
                    filter.getKey(), millis[RUNS / 2], millis[RUNS - 1], first);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void get(String path) throws IOException, InterruptedException {
        String login = twilio.accountSid() + ":" + twilio.authToken().reveal();
        URI url = URI.create(twilio.url() + "/api.twilio.com/2010-04-01/Accounts/" + twilio.accountSid() + path);
        HttpRequest request = HttpRequest.newBuilder(url)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .build();
        int status = client.send(request, BodyHandlers.ofString()).statusCode();
        if (status != 200) {
            throw new IllegalStateException(path + ": " + status);
        }
    }
}
