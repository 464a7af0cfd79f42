package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.Receipt;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Money is sent once, when a process ends in the middle and when webhooks are repeated. */
class RequestCrashTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final StandIn bank = new StandIn();

    private static final String PERSON = "+15005550006";
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
                  {"id": "airtime", "kind": "request", "method": "POST", "url": "%s/airtime", "body": {"to": "{respondent}"}%s},
                  {"id": "sent", "kind": "result", "of": "airtime", "at": "/sent", "type": "number"},
                  {"id": "last", "kind": "yesNo"}
                ]}
                """.formatted(bank.url(), fields),
                Prompts.of(Map.of(
                        "en",
                        Map.of(
                                "ready", "Ready?",
                                "last", "Did you get it?",
                                "airtime.ok", "You got {sent}.",
                                "airtime.unknown", "You may have got airtime."))));
    }

    private Surveys surveys(DocumentStore in, String fields) {
        return Surveys.builder(survey(fields))
                .store(in)
                .clock(twilio.clock())
                .requests(Requests.allowing(HttpClient.newHttpClient(), "localhost")
                        .withPrivateAddresses())
                .build();
    }

    private String text(Surveys surveys, String sid, String body) {
        return reply(surveys, sid, body).bodyText();
    }

    private WebhookResponse reply(Surveys surveys, String sid, String body) {
        return surveys.textWebhook()
                .respond(WebhookRequest.post("https://app.example/sms")
                        .withForm("MessageSid", sid, "From", PERSON, "To", "12345", "Body", body));
    }

    private Session session(Surveys surveys) {
        return surveys.find(Address.of(PERSON)).orElseThrow();
    }

    /** Answers the question; the process ends instead of saving such a document. */
    private Surveys afterCrash(Predicate<Document> when, String fields) {
        assertThat(text(surveys(store, fields), "SM1", "hi")).contains("Ready?");
        assertThat(reply(surveys(new CrashingStore(store, when), fields), "SM2", "yes")
                        .status())
                .isEqualTo(500);
        twilio.advance(Duration.ofSeconds(15));
        return surveys(store, fields);
    }

    private static boolean isClaim(Document document) {
        return document.json().contains("\"requests\"") && !document.json().contains("\"outcome\"");
    }

    private static boolean isResult(Document document) {
        return document.json().contains("\"outcome\"");
    }

    private static boolean isTurn(Document document) {
        return isResult(document) && document.json().contains("\"question\":\"airtime\"");
    }

    @Test
    void a_crash_before_the_claim_leaves_everything_to_the_repeat() {
        Surveys restarted = afterCrash(RequestCrashTest::isClaim, "");
        assertThat(bank.lines()).isEmpty();

        assertThat(text(restarted, "SM2", "yes")).contains("You got 10.");
        assertThat(bank.lines()).hasSize(1);
    }

    @Test
    void after_a_crash_between_claim_and_result_the_money_is_not_sent_again() {
        Surveys restarted = afterCrash(RequestCrashTest::isResult, "");
        assertThat(bank.lines()).hasSize(1);

        assertThat(text(restarted, "SM2", "yes")).contains("You may have got airtime.", "Did you get it?");
        assertThat(bank.lines()).hasSize(1);
        assertThat(session(restarted).answer("airtime").orElseThrow().text()).isEqualTo("unknown");
        assertThat(session(restarted).answer("sent")).isEmpty();
    }

    @Test
    void a_server_that_knows_the_key_is_asked_again_with_the_same_key() {
        Surveys restarted = afterCrash(RequestCrashTest::isResult, ", \"idempotent\": true");

        assertThat(text(restarted, "SM2", "yes")).contains("You got 10.");
        assertThat(bank.received()).hasSize(2);
        assertThat(bank.received().get(0).key())
                .isEqualTo(bank.received().get(1).key());
    }

    @Test
    void after_a_crash_between_result_and_turn_the_result_still_counts() {
        Surveys restarted = afterCrash(RequestCrashTest::isTurn, "");

        assertThat(text(restarted, "SM2", "yes")).contains("You got 10.");
        assertThat(bank.lines()).hasSize(1);
    }

    @Test
    void a_webhook_that_is_repeated_meanwhile_waits_for_the_result() throws Exception {
        CountDownLatch moment = new CountDownLatch(1);
        bank.repliesAfter(moment, new StandIn.Response(201, "{\"sent\": 10}"));
        Surveys first = surveys(store, "");
        // It loads the respondent and the session, and then looks again.
        CountDownLatch loads = new CountDownLatch(3);
        Surveys second = surveys(new CrashingStore(store, any -> false, loads), "");
        assertThat(text(first, "SM1", "hi")).contains("Ready?");

        CompletableFuture<String> reply = inThread(() -> text(first, "SM2", "yes"));
        bank.awaitRequest();
        CompletableFuture<String> repeated = inThread(() -> text(second, "SM2", "yes"));
        assertThat(loads.await(10, TimeUnit.SECONDS)).isTrue();
        moment.countDown();

        assertThat(reply.get(10, TimeUnit.SECONDS)).contains("You got 10.");
        assertThat(repeated.get(10, TimeUnit.SECONDS)).isEqualTo(reply.get());
        assertThat(bank.lines()).hasSize(1);
    }

    /** The common pool can have a single thread, in which one webhook would wait for the other. */
    private static CompletableFuture<String> inThread(Supplier<String> webhook) {
        return CompletableFuture.supplyAsync(webhook, task -> new Thread(task).start());
    }

    @Test
    void an_invitation_that_is_repeated_after_a_crash_does_not_send_money_again() {
        Survey paidFirst =
                Survey.parse("s.json", """
                {"name": "s", "opening": "guess", "questions": [
                  {"id": "airtime", "kind": "request", "method": "POST", "url": "%s/airtime"},
                  {"id": "ready", "kind": "yesNo"}
                ]}
                """.formatted(bank.url()), Prompts.of(Map.of("en", Map.of("ready", "Ready?"))));
        List<String> texts = new ArrayList<>();
        Predicate<Document> never = any -> false;
        Address ana = Address.of(PERSON);

        assertThatExceptionOfType(CrashingStore.Crash.class)
                .isThrownBy(() -> inviting(paidFirst, RequestCrashTest::isResult, texts)
                        .start(Channel.TEXT, ana, Invitation.plain()));
        twilio.advance(Duration.ofSeconds(15));
        StartResult result = inviting(paidFirst, never, texts).start(Channel.TEXT, ana, Invitation.plain());

        assertThat(result.isStarted()).isTrue();
        assertThat(texts).hasSize(1);
        assertThat(bank.lines()).hasSize(1);
    }

    private Surveys inviting(Survey survey, Predicate<Document> crashes, List<String> texts) {
        return Surveys.builder(survey)
                .store(new CrashingStore(store, crashes))
                .clock(twilio.clock())
                .textSender(text -> {
                    texts.add(text.body());
                    return new Receipt("SM0", "queued");
                })
                .requests(Requests.allowing(HttpClient.newHttpClient(), "localhost")
                        .withPrivateAddresses())
                .build();
    }
}
