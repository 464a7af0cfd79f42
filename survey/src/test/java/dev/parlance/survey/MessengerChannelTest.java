package dev.parlance.survey;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.outbound.StoredContent;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A survey over WhatsApp, with buttons and lists. */
class MessengerChannelTest {
    private static final String OURS = "whatsapp:+15005550100";
    private static final String WEBHOOK = "https://app.example/whatsapp";
    private static final String QUESTIONS = """
            {"name": "shop", "opening": "guess", "goodbye": "bye", "questions": [
              {"id": "came", "kind": "yesNo"},
              {"id": "drink", "kind": "choice", "options": ["tea", "coffee", "milk"]},
              {"id": "day", "kind": "choice", "options": ["mon", "tue", "wed", "thu", "fri"]},
              {"id": "tried", "kind": "choices", "options": ["cake", "pie"]},
              {"id": "rate", "kind": "rating", "least": 1, "most": 5}
            ]}
            """;
    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("came", "Did you visit us?"),
            Map.entry("drink", "What did you drink?"),
            Map.entry("drink.tea", "Tea"),
            Map.entry("drink.coffee", "Coffee"),
            Map.entry("drink.milk", "Milk"),
            Map.entry("day", "On which day?"),
            Map.entry("day.mon", "Monday"),
            Map.entry("day.tue", "Tuesday"),
            Map.entry("day.wed", "Wednesday"),
            Map.entry("day.thu", "Thursday"),
            Map.entry("day.fri", "Friday"),
            Map.entry("tried", "What did you try?"),
            Map.entry("tried.cake", "Cake"),
            Map.entry("tried.pie", "Pie"),
            Map.entry("rate", "How was it, 1 to 5?"),
            Map.entry("bye", "Thank you!"));

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final DocumentStore store = DocumentStore.inMemory();
    private final TwilioAccount account = TwilioAccount.builder(twilio.settings())
            .baseUrl(twilio.url())
            .clock(twilio.clock())
            .build();
    private final FakePhone ana = twilio.phone("+5215512345678").onWhatsApp();
    private Surveys surveys = surveys(store, ENGLISH);

    private Surveys surveys(DocumentStore in, Map<String, String> prompts) {
        return Surveys.builder(Survey.parse("shop.json", QUESTIONS, Prompts.of(Map.of("en", prompts))))
                .store(in)
                .clock(twilio.clock())
                .channel(MessengerChannel.whatsApp(account, account.contents()).withFrom(OURS))
                .build();
    }

    private void open() {
        twilio.number(OURS).onText(WEBHOOK);
        twilio.mount(
                "https://app.example", request -> surveys.webhook("whatsapp").handle(request));
    }

    @AfterEach
    void close() {
        surveys.close();
        account.close();
    }

    private String answer(String question) {
        return surveys.find(Address.of(ana.number()))
                .orElseThrow()
                .answer(question)
                .orElseThrow()
                .text();
    }

    @Test
    void yes_and_no_and_up_to_three_options_are_buttons_and_more_are_a_list() {
        open();

        ana.textsTo(OURS, "hi");
        assertThat(ana.receives()).withBody("Did you visit us?").hasButtons("Yes", "No");
        ana.taps("Yes");
        assertThat(ana.receives()).withBody("What did you drink?").hasButtons("Tea", "Coffee", "Milk");
        ana.taps("Coffee");
        assertThat(ana.receives())
                .withBody("On which day?")
                .hasList("Monday", "Tuesday", "Wednesday", "Thursday", "Friday");
        ana.picks("Thursday");

        assertThat(answer("came")).isEqualTo("yes");
        assertThat(answer("drink")).isEqualTo("coffee");
        assertThat(answer("day")).isEqualTo("thu");
    }

    @Test
    void a_question_for_several_options_has_numbers() {
        open();
        ana.textsTo(OURS, "hi").taps("Yes").taps("Tea").picks("Friday");

        assertThat(ana.lastMessage())
                .withBody("What did you try?\n1. Cake\n2. Pie")
                .hasButtons();
        ana.texts("1, 2");
        assertThat(ana.lastMessage()).withBody("How was it, 1 to 5?").hasButtons();
        ana.texts("4");
        assertThat(ana.lastMessage()).withBody("Thank you!");
        assertThat(answer("tried")).isEqualTo("cake, pie");
    }

    @Test
    void typed_answers_are_understood_as_well() {
        open();
        ana.textsTo(OURS, "hi").texts("yes").texts("coffee please").texts("wednesday");

        assertThat(answer("drink")).isEqualTo("coffee");
        assertThat(answer("day")).isEqualTo("wed");
    }

    @Test
    void a_button_of_an_earlier_question_changes_nothing_and_the_open_question_is_asked_again() {
        open();
        ana.textsTo(OURS, "hi").taps("Yes").taps("Tea");
        assertThat(ana.lastMessage()).containing("On which day?");

        ana.taps("Milk");

        assertThat(ana.lastMessage()).containing("On which day?");
        assertThat(answer("drink")).isEqualTo("tea");
    }

    @Test
    void labels_that_are_too_long_for_buttons_are_a_list_and_longer_ones_are_numbered() {
        Map<String, String> longer = new HashMap<>(ENGLISH);
        longer.put("drink.tea", "A cup of strong tea now");
        longer.put("day.mon", "On Monday in the early morning");
        surveys = surveys(store, longer);
        open();
        ana.textsTo(OURS, "hi").taps("Yes");

        assertThat(ana.lastMessage()).hasList("A cup of strong tea now", "Coffee", "Milk");
        ana.picks("Milk");
        assertThat(ana.lastMessage())
                .containing("1. On Monday in the early morning\n2. Tuesday")
                .hasList();
    }

    @Test
    void a_survey_on_rcs_goes_on_by_text_where_rcs_does_not_reach_the_phone() {
        String service = twilio.messagingService("+15005550101", "rcs:shop_agent");
        surveys = Surveys.builder(Survey.parse("shop.json", QUESTIONS, Prompts.of(Map.of("en", ENGLISH))))
                .store(store)
                .clock(twilio.clock())
                .channel(MessengerChannel.rcs(account, account.contents()).withFrom(service))
                .build();
        twilio.number("+15005550101").onText("https://app.example/sms");
        twilio.number("rcs:shop_agent").onText("https://app.example/rcs");
        twilio.mount(
                "https://app.example",
                Router.create().post("/sms", surveys.textWebhook()).post("/rcs", surveys.webhook("rcs")));
        FakePhone bob = twilio.phone("+12025550123").hasRcs();

        bob.onRcs().textsTo("rcs:shop_agent", "hi");
        assertThat(bob.onRcs().lastMessage()).hasButtons("Yes", "No");
        bob.hasNoRcs();
        bob.onRcs().taps("Yes");
        assertThat(bob.lastMessage()).withBody("What did you drink? 1. Tea 2. Coffee 3. Milk");
        bob.texts("2");

        assertThat(surveys.find(Address.of("+12025550123")).orElseThrow().answer("drink"))
                .contains(Value.of("coffee"));
    }

    @Test
    void all_surveys_share_the_contents_of_their_menus() {
        open();
        ana.textsTo(OURS, "hi").taps("Yes").taps("Tea");
        FakePhone bob = twilio.phone("+12025550123").onWhatsApp();
        bob.textsTo(OURS, "hi").taps("No").taps("Milk");

        assertThat(account.contents().list().map(StoredContent::name))
                .containsExactlyInAnyOrder(
                        "parlance_menu_buttons_2", "parlance_menu_buttons_3", "parlance_menu_list_5_Choose");
    }

    @Test
    void a_content_that_somebody_deletes_at_twilio_is_created_again() {
        open();
        ana.textsTo(OURS, "hi");
        account.contents().list().map(StoredContent::sid).forEach(account.contents()::delete);

        FakePhone bob = twilio.phone("+12025550123").onWhatsApp();
        bob.textsTo(OURS, "hi");

        assertThat(bob.lastMessage()).withBody("Did you visit us?").hasButtons("Yes", "No");
        assertThat(account.contents().list().map(StoredContent::name)).containsExactly("parlance_menu_buttons_2");
    }

    @Test
    void a_phone_without_rcs_gets_each_line_once() {
        String service = twilio.messagingService("+15005550101", "rcs:shop_agent");
        Map<String, String> lines = new HashMap<>(ENGLISH);
        lines.put("drink", "Nice.\nWhat did you drink?");
        surveys = Surveys.builder(Survey.parse("shop.json", QUESTIONS, Prompts.of(Map.of("en", lines))))
                .store(store)
                .clock(twilio.clock())
                .channel(MessengerChannel.rcs(account, account.contents()).withFrom(service))
                .build();
        twilio.number("rcs:shop_agent").onText("https://app.example/rcs");
        twilio.mount("https://app.example", request -> surveys.webhook("rcs").handle(request));
        FakePhone bob = twilio.phone("+12025550123").hasRcs();

        bob.onRcs().textsTo("rcs:shop_agent", "hi");
        twilio.settle();
        bob.hasNoRcs();
        bob.onRcs().taps("Yes");
        twilio.settle();

        assertThat(bob.inbox().stream().map(FakeText::body))
                .containsExactly("Nice.", "What did you drink? 1. Tea 2. Coffee 3. Milk");
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

    @Test
    void a_repeated_webhook_sends_nothing_again() {
        openWindow();
        respond(surveys, "SM1", "hi");
        respond(surveys, "SM1", "hi");

        assertThat(received()).containsExactly("Did you visit us?");
    }

    /** The process ends instead of saving the first such document. */
    private void crashes(Predicate<Document> when) {
        openWindow();
        AtomicBoolean isOver = new AtomicBoolean();
        Surveys process = surveys(
                new CrashingStore(store, document -> when.test(document) && isOver.compareAndSet(false, true)),
                ENGLISH);

        assertThat(respond(process, "SM1", "hi")).isEqualTo(500);
        assertThat(isOver).isTrue();
        twilio.advance(Duration.ofMinutes(5));
    }

    private static boolean hasSent(Document document) {
        return document.json().contains("\"lastSent\":\"MM") || document.json().contains("\"lastSent\":\"SM");
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
        Surveys process = surveys(
                new CrashingStore(store, document -> hasSent(document) && isOver.compareAndSet(false, true)), ENGLISH);
        process.runDue();
        assertThat(isOver).isTrue();
        assertThat(received()).containsExactly("Did you visit us?");

        twilio.advance(Duration.ofMinutes(10));
        surveys.runDue();

        assertThat(received()).containsExactly("Did you visit us?", "What did you drink?");
    }

    @Test
    void a_message_that_was_sent_before_a_crash_is_not_sent_again() {
        crashes(MessengerChannelTest::hasSent);
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
    void a_message_on_rcs_whose_answer_was_lost_is_not_sent_again() {
        String service = twilio.messagingService("+15005550101", "rcs:shop_agent");
        surveys = Surveys.builder(Survey.parse("shop.json", QUESTIONS, Prompts.of(Map.of("en", ENGLISH))))
                .store(store)
                .clock(twilio.clock())
                .channel(MessengerChannel.rcs(account, account.contents()).withFrom(service))
                .build();
        twilio.number("rcs:shop_agent").onText("https://app.example/rcs");
        twilio.mount("https://app.example", request -> surveys.webhook("rcs").handle(request));
        FakePhone bob = twilio.phone("+12025550123").hasRcs().onRcs();
        twilio.failNext("POST *Messages.json", ApiFault.DROPPED_AFTER_THE_EFFECT);

        bob.textsTo("rcs:shop_agent", "hi");
        twilio.advance(Duration.ofMinutes(5));
        surveys.runDue();
        twilio.settle();

        assertThat(bob.inbox()).hasSize(1);
    }

    @Test
    void a_message_that_never_reached_twilio_is_sent_although_an_older_one_went_by_rcs() {
        String service = twilio.messagingService("+15005550101", "rcs:shop_agent");
        surveys = Surveys.builder(Survey.parse("shop.json", QUESTIONS, Prompts.of(Map.of("en", ENGLISH))))
                .store(store)
                .clock(twilio.clock())
                .channel(MessengerChannel.rcs(account, account.contents()).withFrom(service))
                .build();
        twilio.number("rcs:shop_agent").onText("https://app.example/rcs");
        twilio.mount("https://app.example", request -> surveys.webhook("rcs").handle(request));
        FakePhone bob = twilio.phone("+12025550123").hasRcs();
        bob.onRcs().textsTo("rcs:shop_agent", "hi");
        twilio.advance(Duration.ofSeconds(2));
        bob.hasNoRcs();
        bob.onRcs().textsTo("rcs:shop_agent", "yes");
        twilio.advance(Duration.ofSeconds(2));
        twilio.failNext("POST *Messages.json", ApiFault.DROPPED_BEFORE_THE_EFFECT);

        bob.onRcs().textsTo("rcs:shop_agent", "what?");
        twilio.advance(Duration.ofMinutes(5));
        surveys.runDue();
        twilio.settle();

        assertThat(bob.inbox()).hasSize(2);
    }

    @Test
    void a_reply_by_text_joins_the_messages_that_wait_on_rcs() {
        String service = twilio.messagingService("+15005550101", "rcs:shop_agent");
        surveys = Surveys.builder(Survey.parse("shop.json", QUESTIONS, Prompts.of(Map.of("en", ENGLISH))))
                .store(store)
                .clock(twilio.clock())
                .channel(MessengerChannel.rcs(account, account.contents()).withFrom(service))
                .build();
        twilio.number("+15005550101").onText("https://app.example/sms");
        twilio.number("rcs:shop_agent").onText("https://app.example/rcs");
        twilio.mount(
                "https://app.example",
                Router.create().post("/sms", surveys.textWebhook()).post("/rcs", surveys.webhook("rcs")));
        FakePhone bob = twilio.phone("+12025550123").hasRcs();
        twilio.failNext("POST *Messages.json", ApiFault.DROPPED_BEFORE_THE_EFFECT);

        bob.onRcs().textsTo("rcs:shop_agent", "hi");
        bob.textsTo("+15005550101", "yes");
        twilio.settle();
        assertThat(bob.inbox()).isEmpty();
        assertThat(bob.onRcs().inbox()).isEmpty();
        twilio.advance(Duration.ofMinutes(5));
        surveys.runDue();

        assertThat(bob.onRcs().inbox().stream().map(FakeText::body))
                .containsExactly("Did you visit us?", "What did you drink?");
        assertThat(bob.inbox()).isEmpty();
        bob.onRcs().taps("Coffee");
        assertThat(bob.onRcs().lastMessage()).containing("On which day?");
        bob.textsTo("+15005550101", "monday");
        assertThat(bob.lastMessage()).as("nothing waits any more").containing("What did you try?");
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
