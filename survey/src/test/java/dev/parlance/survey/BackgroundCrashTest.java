package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request that nobody waits for is neither lost nor made twice when processes end, or two of them do what is due. */
class BackgroundCrashTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final StandIn bank = new StandIn();

    private static final String PERSON = "+15005550006";
    private static final String IDEMPOTENT = ", \"idempotent\": true";

    private final DocumentStore store = DocumentStore.inMemory();

    @BeforeEach
    void bankIsOpen() {
        bank.replies(201, "{\"sent\": 10}");
    }

    private Survey survey(String fields) {
        return Survey.parse(
                "s.json",
                """
                {"name": "s", "opening": "guess", "questions": [
                  {"id": "ready", "kind": "yesNo"},
                  {"id": "airtime", "kind": "request", "method": "POST", "url": "%s/airtime", "wait": false%s},
                  {"id": "sent", "kind": "result", "of": "airtime", "at": "/sent", "type": "number"},
                  {"id": "last", "kind": "yesNo"}
                ]}
                """.formatted(bank.url(), fields),
                Prompts.of(Map.of("en", Map.of("ready", "Ready?", "last", "Last?"))));
    }

    /** A process that leaves requests to {@code runDue}. */
    private Surveys process(DocumentStore in, String fields) {
        return settings(in, fields)
                .listenerExecutor(task -> {
                    throw new RejectedExecutionException("full");
                })
                .build();
    }

    private SurveysBuilder settings(DocumentStore in, String fields) {
        return Surveys.builder(survey(fields))
                .store(in)
                .clock(twilio.clock())
                .requests(Requests.allowing(HttpClient.newHttpClient(), "localhost")
                        .withPrivateAddresses());
    }

    private Surveys crashing(Predicate<Document> when, String fields) {
        return process(new CrashingStore(store, when), fields);
    }

    private static String text(Surveys surveys, String sid, String body) {
        return surveys.textWebhook()
                .respond(WebhookRequest.post("https://app.example/sms")
                        .withForm("MessageSid", sid, "From", PERSON, "To", "12345", "Body", body))
                .bodyText();
    }

    private void comesToTheRequest(String fields) {
        Surveys surveys = process(store, fields);
        assertThat(text(surveys, "SM1", "hi")).contains("Ready?");
        assertThat(text(surveys, "SM2", "yes")).contains("Last?");
    }

    private static String airtime(Surveys surveys) {
        Session session = surveys.find(Address.of(PERSON)).orElseThrow();
        return session.answer("airtime").orElseThrow().text();
    }

    private static boolean isTurn(Document document) {
        return document.json().contains("\"background\"")
                && document.json().contains("\"attempts\":0,\"claimed\":false");
    }

    private static boolean isClaim(Document document) {
        return document.json().contains("\"claimed\":true");
    }

    private static boolean isResult(Document document) {
        return document.json().contains("\"outcome\"");
    }

    private long keys() {
        return bank.received().stream().map(StandIn.Received::key).distinct().count();
    }

    @Test
    void by_default_it_is_made_in_a_thread_of_its_own_after_the_reply() throws Exception {
        CountDownLatch moment = new CountDownLatch(1);
        bank.repliesAfter(moment, new StandIn.Response(201, "{\"sent\": 10}"));
        Surveys surveys = settings(store, "").build();

        assertThat(text(surveys, "SM1", "hi")).contains("Ready?");
        assertThat(text(surveys, "SM2", "yes")).contains("Last?");
        bank.awaitRequest();
        moment.countDown();
        surveys.close();

        assertThat(airtime(surveys)).isEqualTo("ok");
    }

    @Test
    void slow_servers_do_not_keep_everything_else_waiting() {
        comesToTheRequest("");
        Surveys surveys = process(store, "");

        assertThat(surveys.runDue(Duration.ZERO)).isEqualTo(DueReport.NOTHING);
        assertThat(surveys.runDue()).isEqualTo(DueReport.NOTHING);
        assertThat(bank.lines()).isEmpty();
        twilio.advance(Duration.ofMinutes(1));
        assertThat(surveys.runDue()).isEqualTo(DueReport.REQUESTED);
    }

    @Test
    void a_crash_before_the_turn_is_saved_leaves_everything_to_the_repeat() {
        Surveys crashing = crashing(BackgroundCrashTest::isTurn, "");
        assertThat(text(crashing, "SM1", "hi")).contains("Ready?");
        assertThat(text(crashing, "SM2", "yes")).doesNotContain("Last?");
        comesToTheRequest("");
        process(store, "").runDue();

        assertThat(bank.lines()).hasSize(1);
    }

    @Test
    void a_crash_before_the_claim_leaves_the_request_to_the_next_process() {
        comesToTheRequest("");
        crashing(BackgroundCrashTest::isClaim, "").runDue();
        assertThat(bank.lines()).isEmpty();
        twilio.advance(Duration.ofMinutes(5));
        Surveys restarted = process(store, "");
        restarted.runDue();

        assertThat(bank.lines()).hasSize(1);
        assertThat(airtime(restarted)).isEqualTo("ok");
    }

    @Test
    void after_a_crash_between_claim_and_result_it_is_repeated_with_the_same_key_and_not_too_early() {
        comesToTheRequest(IDEMPOTENT);
        crashing(BackgroundCrashTest::isResult, IDEMPOTENT).runDue();
        assertThat(bank.lines()).hasSize(1);
        Surveys restarted = process(store, IDEMPOTENT);

        twilio.advance(Duration.ofMinutes(1));
        restarted.runDue();
        assertThat(bank.lines()).hasSize(1);
        twilio.advance(Duration.ofMinutes(4));
        restarted.runDue();

        assertThat(bank.lines()).hasSize(2);
        assertThat(keys()).isEqualTo(1);
        assertThat(airtime(restarted)).isEqualTo("ok");
    }

    @Test
    void what_could_be_done_twice_is_not_repeated_after_a_crash() {
        comesToTheRequest("");
        crashing(BackgroundCrashTest::isResult, "").runDue();
        Surveys restarted = process(store, "");
        twilio.advance(Duration.ofMinutes(5));
        restarted.runDue();

        assertThat(bank.lines()).hasSize(1);
        assertThat(airtime(restarted)).isEqualTo("unknown");
    }

    @Test
    void a_process_that_ends_each_time_does_not_go_on_for_ever() {
        comesToTheRequest(IDEMPOTENT);
        for (int i = 0; i < 15; i++) {
            crashing(document -> isResult(document) && bank.lines().size() < 12, IDEMPOTENT)
                    .runDue();
            twilio.advance(Duration.ofMinutes(6));
        }

        assertThat(bank.lines()).hasSize(10);
    }

    @Test
    void two_processes_at_once_make_it_once() throws Exception {
        CountDownLatch moment = new CountDownLatch(1);
        bank.repliesAfter(moment, new StandIn.Response(201, "{\"sent\": 10}"));
        comesToTheRequest(IDEMPOTENT);

        CompletableFuture<DueReport> first = inThread(process(store, IDEMPOTENT)::runDue);
        bank.awaitRequest();
        DueReport second = process(store, IDEMPOTENT).runDue();
        moment.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS).requested()).isEqualTo(1);
        assertThat(second).isEqualTo(DueReport.NOTHING);
        assertThat(bank.lines()).hasSize(1);
    }

    @Test
    void the_person_can_answer_while_it_is_made() throws Exception {
        CountDownLatch moment = new CountDownLatch(1);
        bank.repliesAfter(moment, new StandIn.Response(201, "{\"sent\": 10}"));
        comesToTheRequest("");
        Surveys other = process(store, "");

        CompletableFuture<DueReport> first = inThread(process(store, "")::runDue);
        bank.awaitRequest();
        text(other, "SM3", "no");
        moment.countDown();
        first.get(10, TimeUnit.SECONDS);

        assertThat(airtime(other)).isEqualTo("ok");
        assertThat(other.find(Address.of(PERSON))
                        .orElseThrow()
                        .answer("last")
                        .orElseThrow()
                        .text())
                .isEqualTo("no");
    }

    @Test
    void a_request_that_is_made_while_another_run_starts_is_not_repeated() throws Exception {
        CountDownLatch moment = new CountDownLatch(1);
        bank.repliesAfter(moment, new StandIn.Response(201, "{}"));
        comesToTheRequest(IDEMPOTENT);
        Surveys other = process(store, IDEMPOTENT);

        CompletableFuture<DueReport> first = inThread(process(store, IDEMPOTENT)::runDue);
        bank.awaitRequest();
        other.restart(Address.of(PERSON), Surveys.EarlierAnswers.KEEP);
        moment.countDown();
        first.get(10, TimeUnit.SECONDS);
        twilio.advance(Duration.ofHours(1));
        other.runDue();

        assertThat(bank.lines()).hasSize(1);
    }

    @Test
    void a_process_that_was_suspended_after_its_claim_sends_nothing() {
        comesToTheRequest(IDEMPOTENT);
        Surveys suspended = process(
                new CrashingStore(store, document -> {
                    if (isClaim(document)) {
                        twilio.advance(Duration.ofHours(1));
                    }
                    return false;
                }),
                IDEMPOTENT);
        suspended.runDue();
        assertThat(bank.lines()).isEmpty();

        Surveys other = process(store, IDEMPOTENT);
        other.runDue();
        assertThat(airtime(other)).isEqualTo("ok");
    }

    private static <T> CompletableFuture<T> inThread(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, each -> new Thread(each).start());
    }
}
