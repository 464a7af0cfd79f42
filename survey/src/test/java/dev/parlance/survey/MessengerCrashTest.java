package dev.parlance.survey;

import static dev.parlance.survey.MenuSurvey.ENGLISH;
import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each reply with a menu is sent once, whatever fails between the process and Twilio. */
class MessengerCrashTest {
    private static final String OURS = "whatsapp:+15005550100";
    private static final String WEBHOOK = "https://app.example/whatsapp";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final DocumentStore store = DocumentStore.inMemory();
    private final TwilioAccount account = TwilioAccount.builder(twilio.settings())
            .baseUrl(twilio.url())
            .clock(twilio.clock())
            .build();
    private final FakePhone ana = twilio.phone("+5215512345678").onWhatsApp();
    private final Surveys surveys = surveys(store);

    private Surveys surveys(DocumentStore in) {
        return Surveys.builder(MenuSurvey.of(ENGLISH))
                .store(in)
                .clock(twilio.clock())
                .channel(MessengerChannel.whatsApp(account, account.contents()).withFrom(OURS))
                .build();
    }

    @AfterEach
    void close() {
        surveys.close();
        account.close();
    }

    private WebhookRequest message(String sid, String... form) {
        String[] all = Stream.concat(
                        Stream.of("MessageSid", sid, "From", ana.number(), "To", OURS, "NumMedia", "0"),
                        Stream.of(form))
                .toArray(String[]::new);
        return WebhookRequest.post(WEBHOOK).withForm(all);
    }

    private int respond(Surveys process, String sid, String body) {
        return process.webhook("whatsapp").respond(message(sid, "Body", body)).status();
    }

    private List<String> received() {
        twilio.settle();
        return ana.inbox().stream().map(FakeText::body).toList();
    }

    /** The person has written, so that they can be answered for 24 hours. */
    private void openWindow() {
        twilio.number(OURS);
        ana.textsTo(OURS, "hi");
    }

    /** The process ends instead of saving the first such document. */
    private void crashes(Predicate<Document> when) {
        openWindow();
        AtomicBoolean isOver = new AtomicBoolean();
        Surveys process =
                surveys(new CrashingStore(store, document -> when.test(document) && isOver.compareAndSet(false, true)));

        assertThat(respond(process, "SM1", "hi")).isEqualTo(500);
        assertThat(isOver).isTrue();
        twilio.advance(Duration.ofMinutes(5));
    }

    private static boolean hasSent(Document document) {
        return document.json().contains("\"lastSent\":\"MM") || document.json().contains("\"lastSent\":\"SM");
    }

    @Test
    void a_repeated_webhook_sends_nothing_again() {
        openWindow();
        respond(surveys, "SM1", "hi");
        respond(surveys, "SM1", "hi");

        assertThat(received()).containsExactly("Did you visit us?");
    }

    @Test
    void a_message_that_was_not_claimed_before_a_crash_is_sent_when_the_webhook_is_repeated() {
        crashes(document -> document.json().contains("\"claimed\":true"));
        assertThat(received()).isEmpty();

        respond(surveys, "SM1", "hi");

        assertThat(received()).containsExactly("Did you visit us?");
    }

    @Test
    void messages_are_sent_once_if_the_process_ends_before_it_records_the_first_and_claims_the_second() {
        openWindow();
        twilio.failNext("POST *Messages.json", ApiFault.DROPPED_BEFORE_THE_EFFECT);
        respond(surveys, "SM1", "hi");
        respond(surveys, "SM2", "yes");
        twilio.advance(Duration.ofMinutes(5));
        AtomicBoolean isOver = new AtomicBoolean();
        Surveys process =
                surveys(new CrashingStore(store, document -> hasSent(document) && isOver.compareAndSet(false, true)));
        process.runDue();
        assertThat(isOver).isTrue();
        assertThat(received()).containsExactly("Did you visit us?");

        twilio.advance(Duration.ofMinutes(10));
        surveys.runDue();

        assertThat(received()).containsExactly("Did you visit us?", "What did you drink?");
    }

    @Test
    void a_message_that_was_sent_before_a_crash_is_not_sent_again() {
        crashes(MessengerCrashTest::hasSent);
        assertThat(received()).containsExactly("Did you visit us?");

        surveys.runDue();
        respond(surveys, "SM2", "yes");

        assertThat(received()).containsExactly("Did you visit us?", "What did you drink?");
    }

    @Test
    void a_claimed_message_that_never_reached_twilio_is_sent_by_the_next_run() {
        openWindow();
        twilio.failNext("POST *Messages.json", ApiFault.DROPPED_BEFORE_THE_EFFECT);
        respond(surveys, "SM1", "hi");
        assertThat(received()).isEmpty();

        twilio.advance(Duration.ofMinutes(5));
        surveys.runDue();

        assertThat(received()).containsExactly("Did you visit us?");
    }

    @Test
    void a_message_whose_answer_was_lost_is_not_sent_again() {
        openWindow();
        twilio.failNext("POST *Messages.json", ApiFault.DROPPED_AFTER_THE_EFFECT);
        respond(surveys, "SM1", "hi");

        twilio.advance(Duration.ofMinutes(5));
        surveys.runDue();

        assertThat(received()).containsExactly("Did you visit us?");
    }

    @Test
    void a_reply_waits_for_the_next_run_while_twilio_is_down() {
        openWindow();
        twilio.failNext(100, "POST *Messages.json", ApiFault.serverError(500));
        respond(surveys, "SM1", "hi");
        int requests = twilio.log().requests().size();

        twilio.advance(Duration.ofMinutes(5));
        surveys.runDue();

        assertThat(twilio.log().requests().size() - requests).isLessThan(10);
        assertThat(received()).isEmpty();
    }

    @Test
    void replies_stay_in_order_while_an_earlier_one_waits() {
        openWindow();
        twilio.failNext("POST *Messages.json", ApiFault.DROPPED_BEFORE_THE_EFFECT);
        respond(surveys, "SM1", "hi");
        respond(surveys, "SM2", "yes");
        assertThat(received()).isEmpty();

        twilio.advance(Duration.ofMinutes(5));
        surveys.runDue();

        assertThat(received()).containsExactly("Did you visit us?", "What did you drink?");
    }
}
