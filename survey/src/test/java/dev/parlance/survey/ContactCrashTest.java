package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.Receipt;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A contact's field is written once, when a process ends in the middle and when webhooks are repeated. */
class ContactCrashTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private static final Address ANA = Address.of("+15005550006");

    private static final Survey SURVEY = Survey.parse(
            "s.json",
            """
            {"name": "s", "opening": "guess", "questions": [
              {"id": "ready", "kind": "yesNo"},
              {"id": "count", "kind": "set", "contact": "visits", "to": {"sum": [{"contact": "visits"}, 1], "needs": 1}},
              {"id": "visits", "kind": "compute", "value": {"contact": "visits"}},
              {"id": "last", "kind": "yesNo"}
            ]}""",
            Prompts.of(Map.of(
                    "en", Map.of("ready", "Ready?", "last", "Visit {visits}. Again?", "visits.unanswered", "one"))));

    private final DocumentStore store = DocumentStore.inMemory();
    private final AtomicInteger attempts = new AtomicInteger();

    private static Surveys surveys(DocumentStore in) {
        return Surveys.builder(SURVEY).store(in).clock(twilio.clock()).build();
    }

    private static WebhookResponse respond(Surveys surveys, String sid, String body) {
        return surveys.textWebhook()
                .respond(WebhookRequest.post("https://app.example/sms")
                        .withForm("MessageSid", sid, "From", ANA.value(), "To", "12345", "Body", body));
    }

    private static String text(Surveys surveys, String sid, String body) {
        return respond(surveys, sid, body).bodyText();
    }

    private String visits() {
        return Contacts.in(store).of(ANA).field("visits").map(Value::text).orElse("");
    }

    private static boolean isContact(Document document) {
        return document.key().collection().equals("respondent")
                && document.json().contains("visits");
    }

    /** The second time that the session with the answer is saved: when the contact has been written. */
    private static Predicate<Document> afterTheContact() {
        AtomicInteger saves = new AtomicInteger();
        return document -> document.key().collection().equals("session:s")
                && document.json().contains("\"count\"")
                && saves.incrementAndGet() == 2;
    }

    private void crash(Predicate<Document> when) {
        text(surveys(store), "SM1", "hi");
        Surveys crashing = surveys(new CrashingStore(store, when));
        assertThat(respond(crashing, "SM2", "yes").status()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_repeated_webhook_completes_the_turn(boolean isWritten) {
        crash(isWritten ? afterTheContact() : ContactCrashTest::isContact);
        assertThat(visits()).isEqualTo(isWritten ? "1" : "");

        Surveys restarted = surveys(store);
        String reply = text(restarted, "SM2", "yes");

        assertThat(reply).contains("Visit 1. Again?");
        assertThat(text(restarted, "SM2", "yes")).isEqualTo(reply);
        assertThat(visits()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void without_a_repeat_the_next_sweep_completes_it(boolean isWritten) {
        crash(isWritten ? afterTheContact() : ContactCrashTest::isContact);

        twilio.advance(Duration.ofMinutes(2));
        surveys(store).runDue();

        assertThat(visits()).isEqualTo("1");
        assertThat(store.page("session:s", "", 1).get(0).json()).doesNotContain("\"changes\"");
    }

    @Test
    void what_the_application_has_changed_meanwhile_is_not_overwritten() {
        crash(afterTheContact());
        Contacts.in(store).change(ANA, contact -> contact.withField("visits", "7"));

        text(surveys(store), "SM2", "yes");

        assertThat(visits()).isEqualTo("7");
    }

    @Test
    void a_restart_loses_no_change() {
        crash(ContactCrashTest::isContact);
        Surveys restarted = surveys(store);

        restarted.restart(ANA, Surveys.EarlierAnswers.KEEP);
        text(restarted, "SM3", "hi");
        text(restarted, "SM4", "yes");

        assertThat(visits()).isEqualTo("2");
    }

    @Test
    void a_session_that_was_deleted_by_hand_counts_again() {
        Surveys surveys = surveys(store);
        for (String body : List.of("hi", "yes", "back", "no", "back", "yes")) {
            text(surveys, "SM" + body + twilio.clock().instant(), body);
            twilio.advance(Duration.ofSeconds(1));
        }
        store.forget(store.page("session:s", "", 1).get(0).owner());

        text(surveys, "SM8", "hi");
        text(surveys, "SM9", "yes");

        assertThat(visits()).isEqualTo("2");
    }

    @Test
    void a_person_who_is_forgotten_while_the_contact_is_written_stays_forgotten() {
        text(surveys(store), "SM1", "hi");
        Predicate<Document> written = afterTheContact();
        Surveys surveys = surveys(new CrashingStore(store, document -> {
            if (written.test(document)) {
                Surveys.forget(store, ANA);
            }
            return false;
        }));

        assertThat(respond(surveys, "SM2", "yes").status()).isEqualTo(200);

        assertThat(Contacts.in(store).of(ANA).isEmpty()).isTrue();
        assertThat(store.page("session:s", "", 1)).isEmpty();
    }

    private static final Survey COUNTS_FIRST =
            Survey.parse("s.json", """
            {"name": "s", "opening": "guess", "questions": [
              {"id": "count", "kind": "set", "contact": "visits", "to": {"sum": [{"contact": "visits"}, 1], "needs": 1}},
              {"id": "ready", "kind": "yesNo"}
            ]}""", Prompts.of(Map.of("en", Map.of("ready", "Ready?"))));

    /** The first text can't be sent. */
    private Surveys failingOnce(Runnable meanwhile) {
        return Surveys.builder(COUNTS_FIRST)
                .store(store)
                .clock(twilio.clock())
                .textSender(text -> {
                    if (attempts.incrementAndGet() == 1) {
                        meanwhile.run();
                        throw new OutboundException(
                                OutboundException.Reason.UNAVAILABLE, "busy", new IllegalStateException());
                    }
                    return new Receipt("SM0", "queued");
                })
                .build();
    }

    @Test
    void an_invitation_that_was_not_sent_sets_nothing() {
        Surveys surveys = failingOnce(() -> {});

        surveys.start(Channel.TEXT, ANA, Invitation.plain());
        assertThat(visits()).isEmpty();
        twilio.advance(Duration.ofMinutes(6));
        surveys.runDue();

        assertThat(attempts).hasValue(2);
        assertThat(visits()).isEqualTo("1");
    }

    @Test
    void a_repeated_webhook_does_not_write_what_an_invitation_sets_that_can_still_fail() {
        Surveys before =
                Surveys.builder(COUNTS_FIRST).store(store).clock(twilio.clock()).build();
        text(before, "SM1", "hi");
        text(before, "SM2", "yes");
        before.restart(ANA, Surveys.EarlierAnswers.KEEP);
        Surveys surveys =
                failingOnce(() -> assertThat(text(before, "SM1", "hi")).contains("Ready?"));

        surveys.start(Channel.TEXT, ANA, Invitation.plain());
        assertThat(visits()).isEqualTo("1");
        twilio.advance(Duration.ofMinutes(6));
        surveys.runDue();

        assertThat(attempts).hasValue(2);
        assertThat(visits()).isEqualTo("2");
    }
}
