package dev.parlance.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.aws.Clients;
import dev.parlance.aws.Engines;
import dev.parlance.aws.FaultyHttp;
import dev.parlance.aws.FaultyHttp.Fault;
import dev.parlance.aws.Tea;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.session.SurveyEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Many handlers on one table, with duplicate texts, a throttling DynamoDB and lost responses. */
class RacingHandlersTest {
    private static final int HANDLERS = 50;
    private static final int RESPONDENTS = 200;
    private static final int QUESTIONS = 4;
    private static final String TABLE = "racing";

    private final Map<String, Set<String>> received = new ConcurrentHashMap<>();
    private final List<Surveys> handlers = new ArrayList<>();
    private final ExecutorService racers = Executors.newCachedThreadPool();
    private final AtomicInteger repeated = new AtomicInteger();

    @Test
    void fifty_handlers_and_two_hundred_respondents_lose_nothing_and_count_nothing_twice() throws Exception {
        Random random = new Random(20_261_121);
        FaultyHttp http = new FaultyHttp(any -> fault(random));
        try (DynamoDbClient healthy = Clients.dynamoDb(Engines.dynamoDb());
                DynamoDbClient faulty = Clients.local(DynamoDbClient.builder(), Engines.dynamoDb())
                        .httpClient(http)
                        .build()) {
            DocumentsTable.create(healthy, TABLE);
            for (int i = 0; i < HANDLERS; i++) {
                handlers.add(Surveys.builder(Tea.survey(QUESTIONS))
                        .store(DynamoDbDocuments.in(faulty, TABLE))
                        .onAnyEvent(this::record)
                        .listenerExecutor(Runnable::run)
                        .build());
            }

            runAllSurveys();

            Surveys after = Surveys.builder(Tea.survey(QUESTIONS))
                    .store(DynamoDbDocuments.in(healthy, TABLE))
                    .clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))
                    .onAnyEvent(this::record)
                    .listenerExecutor(Runnable::run)
                    .build();
            after.runDue();
            for (int i = 0; i < RESPONDENTS; i++) {
                check(after.find(Address.of(number(i))).orElseThrow(), i);
            }
            assertThat(repeated.get()).isPositive();
        } finally {
            racers.shutdownNow();
        }
    }

    private static synchronized Fault fault(Random random) {
        int dice = random.nextInt(100);
        return dice < 3 ? Fault.THROTTLED : dice < 5 ? Fault.RESPONSE_LOST : Fault.NONE;
    }

    private void record(SurveyEvent event) {
        received.computeIfAbsent(event.session().respondent().value(), any -> ConcurrentHashMap.newKeySet())
                .add(event.sequence() + " " + event.type());
    }

    private static String number(int respondent) {
        return "+1500%07d".formatted(respondent);
    }

    private static String answer(int respondent, int question) {
        return Integer.toString((respondent * 7 + question) % 1_000);
    }

    private void runAllSurveys() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(HANDLERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < RESPONDENTS; i++) {
                int respondent = i;
                running.add(people.submit(() -> takeSurvey(respondent)));
            }
            for (Future<?> survey : running) {
                survey.get();
            }
        } finally {
            people.shutdownNow();
        }
    }

    private void takeSurvey(int respondent) {
        Random random = new Random(respondent);
        for (int text = 0; text <= QUESTIONS; text++) {
            String sid = "SM%d-%d".formatted(respondent, text);
            String body = text == 0 ? "hello" : answer(respondent, text);
            int copies = 1 + random.nextInt(3);
            repeated.addAndGet(copies - 1);
            List<CompletableFuture<String>> replies = new ArrayList<>();
            for (int copy = 0; copy < copies; copy++) {
                Surveys handler = handlers.get(random.nextInt(HANDLERS));
                replies.add(
                        CompletableFuture.supplyAsync(() -> deliver(handler, number(respondent), sid, body), racers));
            }
            assertThat(replies.stream().map(CompletableFuture::join).distinct())
                    .as("the replies to one text")
                    .hasSize(1);
        }
    }

    /** Retries failed webhooks, as Twilio does. */
    private static String deliver(Surveys handler, String from, String sid, String body) {
        String reply = Tea.text(handler, from, sid, body);
        while (!reply.contains("<Response>")) {
            reply = Tea.text(handler, from, sid, body);
        }
        return reply;
    }

    private void check(Session session, int respondent) {
        assertThat(session.answers()).hasSize(QUESTIONS);
        assertThat(session.earlierAnswers()).isEmpty();
        for (int question = 1; question <= QUESTIONS; question++) {
            assertThat(session.answers().get("q" + question).value().text()).isEqualTo(answer(respondent, question));
        }
        assertThat(received.get(number(respondent)))
                .containsExactlyInAnyOrder(
                        "1 " + SurveyEvent.Type.STARTED,
                        "2 " + SurveyEvent.Type.ANSWERED,
                        "3 " + SurveyEvent.Type.ANSWERED,
                        "4 " + SurveyEvent.Type.ANSWERED,
                        "5 " + SurveyEvent.Type.ANSWERED,
                        "6 " + SurveyEvent.Type.COMPLETED);
    }
}
