package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.results.Results;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Session;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Simulates many respondents at once. Each text is delivered one to three times, and some old ones again later, until it is
 * acknowledged. The acknowledged answers are compared with the results.
 */
final class Crowd {
    private static final int THREADS = 8;

    /** The pauses after failures get longer, to leave the processor to the node that starts. */
    private static final long SHORTEST_PAUSE = 5_000_000;

    private static final long LONGEST_PAUSE = 160_000_000;
    private static final Pattern ASKED = Pattern.compile("Question (\\d)\\?");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Supplier<List<String>> nodes;
    private final long seed;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, String> firstReply = new ConcurrentHashMap<>();
    private final ExecutorService racers = Executors.newCachedThreadPool();
    private final AtomicInteger people = new AtomicInteger();
    private final AtomicInteger deliveries = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile CountDownLatch replies = new CountDownLatch(0);
    private final CountDownLatch failed = new CountDownLatch(1);

    /**
     * Creates a crowd.
     *
     * @param nodes the application's current URLs; each text goes to all of them at once
     */
    Crowd(long seed, Supplier<List<String>> nodes) {
        this.seed = seed;
        this.nodes = nodes;
    }

    /** Starts respondents as long as the condition holds; those who have started finish. */
    void takeSurveyWhile(BooleanSupplier more) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> {
                    do {
                        takeSurvey(people.incrementAndGet());
                    } while (more.getAsBoolean());
                }));
            }
            for (Future<?> future : running) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
            racers.shutdownNow();
        }
    }

    private void takeSurvey(int person) {
        Random random = new Random(seed + person);
        String number = "+1500%07d".formatted(person);
        List<String> sent = new ArrayList<>();
        String reply = text(random, number, person, 0, "hello", sent);
        for (int i = 1; !reply.contains("Goodbye"); i++) {
            Matcher asked = ASKED.matcher(reply);
            assertThat(asked.find()).as("a question in %s", reply).isTrue();
            String answer = "answer %s of %d, message %d".formatted(asked.group(1), person, i);
            reply = text(random, number, person, i, answer, sent);
            acknowledged.put(number + " q" + asked.group(1), answer);
            if (random.nextInt(4) == 0) {
                again(number, sent.get(random.nextInt(sent.size())));
            }
        }
    }

    /** Sends a text until it is acknowledged, then up to two copies. */
    private String text(Random random, String number, int person, int message, String body, List<String> sent) {
        String sid = "SM%012d%020d".formatted(person, message);
        sent.add(sid + " " + body);
        String reply = deliverEverywhere(number, sid, body);
        firstReply.put(sid, reply);
        for (int copies = random.nextInt(3); copies > 0; copies--) {
            again(number, sid + " " + body);
        }
        return reply;
    }

    /** Sends a text again; the reply must be identical. */
    private void again(String number, String sent) {
        String sid = sent.substring(0, sent.indexOf(' '));
        String reply = deliverEverywhere(number, sid, sent.substring(sid.length() + 1));
        assertThat(reply).as("the reply to a repeated webhook").isEqualTo(firstReply.get(sid));
    }

    private String deliverEverywhere(String number, String sid, String body) {
        List<CompletableFuture<String>> replies = new ArrayList<>();
        for (int i = 0; i < nodes.get().size(); i++) {
            int node = i;
            replies.add(CompletableFuture.supplyAsync(() -> deliver(node, number, sid, body), racers));
        }
        List<String> all =
                replies.stream().map(CompletableFuture::join).distinct().toList();
        assertThat(all).as("the replies to one text").hasSize(1);
        return all.get(0);
    }

    private String deliver(int node, String number, String sid, String body) {
        String form = "MessageSid=" + sid + "&From=" + URLEncoder.encode(number, StandardCharsets.UTF_8)
                + "&To=%2B15005550100&Body=" + URLEncoder.encode(body, StandardCharsets.UTF_8);
        for (long pause = SHORTEST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            deliveries.incrementAndGet();
            try {
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create(nodes.get().get(node)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(Duration.ofSeconds(20))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
                var response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    replies.countDown();
                    return response.body();
                }
                assertThat(response.statusCode()).isGreaterThanOrEqualTo(500);
            } catch (IOException e) {
                // The node was killed, before or after it had done its work.
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
            failures.incrementAndGet();
            failed.countDown();
            LockSupport.parkNanos(pause);
        }
    }

    int people() {
        return people.get();
    }

    /** Waits until this many more texts are acknowledged. */
    void awaitReplies(int count) {
        CountDownLatch latch = new CountDownLatch(count);
        replies = latch;
        await(latch, count + " replies");
    }

    /** Waits until a delivery has failed. */
    void awaitFailure() {
        await(failed, "a failure");
    }

    private static void await(CountDownLatch latch, String what) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).as(what).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    int failures() {
        return failures.get();
    }

    /** Checks that the results contain each acknowledged answer once, and no others. */
    void check(JdbcDocuments store) {
        Map<String, String> stored = new HashMap<>();
        Results.in(store, Node.survey(), revision -> Node.survey()).forEach(session -> collect(session, stored));
        assertThat(stored).isEqualTo(Map.copyOf(acknowledged));
    }

    private static void collect(Session session, Map<String, String> stored) {
        assertThat(session.earlierAnswers())
                .as("answers that were counted twice")
                .isEmpty();
        for (Answer answer : session.answers().values()) {
            stored.put(
                    session.respondent().value() + " " + answer.question(),
                    answer.value().text());
        }
    }

    @Override
    public String toString() {
        return people + " people, " + acknowledged.size() + " answers acknowledged, " + deliveries
                + " webhooks delivered, " + failures + " of them unacknowledged";
    }
}
