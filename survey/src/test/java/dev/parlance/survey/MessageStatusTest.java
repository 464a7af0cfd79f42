package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Surveys.EarlierAnswers;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Delivery;
import dev.parlance.survey.session.Delivery.Problem;
import dev.parlance.survey.session.Delivery.Status;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Twilio reports to a channel's webhook what becomes of the messages of a survey. */
class MessageStatusTest {
    private static final String NUMBER = "+15005550100";
    private static final String WHATSAPP = "whatsapp:" + NUMBER;
    private static final URI TEXTS = URI.create("https://app.example/sms");
    private static final URI WHATSAPPS = URI.create("https://app.example/whatsapp");
    private static final Survey DRINKS = Survey.builder("drinks")
            .prompts(Prompts.of(Map.of(
                    "en",
                    Map.of(
                            "drink",
                            "Tea or coffee?",
                            "drink.tea",
                            "Tea",
                            "drink.coffee",
                            "Coffee",
                            "many",
                            "How many?"))))
            .opening(OpeningStyle.GUESS)
            .ask(Question.choice("drink", "tea", "coffee"), Question.number("many", 1, 9))
            .build();

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final DocumentStore store = DocumentStore.inMemory();
    private final List<SurveyEvent> events = new ArrayList<>();
    private final TwilioAccount account = TwilioAccount.builder(twilio.settings())
            .baseUrl(twilio.url())
            .clock(twilio.clock())
            .build();
    private final FakePhone ana = twilio.phone("+12025550123");
    private Surveys surveys = open(builder -> builder.onAnyEvent(events::add));

    private Surveys open(Consumer<SurveysBuilder> settings) {
        SurveysBuilder builder = Surveys.builder(DRINKS)
                .store(store)
                .clock(twilio.clock())
                .listenerExecutor(Runnable::run)
                .textSender(account, TEXTS)
                .channel(MessengerChannel.whatsApp(account, account.contents())
                        .withFrom(WHATSAPP)
                        .withWebhook(WHATSAPPS));
        settings.accept(builder);
        Surveys opened = builder.build();
        twilio.number(NUMBER).onText(TEXTS.toString());
        twilio.number(WHATSAPP).onText(WHATSAPPS.toString());
        twilio.mount(
                "https://app.example",
                Router.create().post("/sms", opened.textWebhook()).post("/whatsapp", opened.webhook("whatsapp")));
        return opened;
    }

    @AfterEach
    void close() {
        surveys.close();
        account.close();
    }

    private List<Delivery> reported() {
        twilio.settle();
        return events.stream().flatMap(event -> event.delivery().stream()).toList();
    }

    private List<String> states() {
        return reported().stream()
                .map(delivery -> delivery.turn() + " " + delivery.status())
                .toList();
    }

    private List<Delivery> undelivered(String person) {
        twilio.settle();
        return surveys.find(Address.of(person)).orElseThrow().undelivered();
    }

    private int report(String status, String... more) {
        return reportOn("SM1", status, more);
    }

    /** Twilio reports on a message of the first turn. */
    private int reportOn(String sid, String status, String... more) {
        List<String> form = new ArrayList<>(
                List.of("MessageSid", sid, "MessageStatus", status, "To", ana.number(), "From", NUMBER));
        form.addAll(List.of(more));
        return surveys.textWebhook()
                .respond(WebhookRequest.post(TEXTS + "?event=status&survey=drinks&run=1&turn=1")
                        .withForm(form.toArray(String[]::new)))
                .status();
    }

    @Test
    void messages_on_whatsapp_are_reported_until_they_are_read() {
        FakePhone onWhatsApp = ana.onWhatsApp();
        onWhatsApp.textsTo(WHATSAPP, "hi").taps("Tea").reads();

        assertThat(states())
                .containsExactlyInAnyOrder("1 sent", "1 delivered", "1 read", "2 sent", "2 delivered", "2 read");
        assertThat(reported())
                .allMatch(delivery -> delivery.channel().equals("whatsapp"))
                .allMatch(delivery -> delivery.problem().isEmpty());
        assertThat(undelivered(onWhatsApp.number())).isEmpty();
    }

    @Test
    void replies_and_invitations_by_text_are_reported() {
        surveys.start(Channel.TEXT, Address.of(ana.number()), Invitation.in("en"));
        ana.texts("tea");

        assertThat(states())
                .containsExactlyInAnyOrder("1 sent", "1 delivered", "2 sent", "2 delivered")
                .containsSubsequence("1 sent", "1 delivered")
                .containsSubsequence("2 sent", "2 delivered");
    }

    @Test
    void what_did_not_arrive_is_in_the_session_and_the_results_with_the_reason() {
        FakePhone onWhatsApp = ana.onWhatsApp();
        onWhatsApp.textsTo(WHATSAPP, "hi");
        ana.hasNoWhatsApp();
        onWhatsApp.taps("Tea");

        assertThat(undelivered(onWhatsApp.number())).singleElement().satisfies(lost -> {
            assertThat(lost.status()).isEqualTo(Status.FAILED);
            assertThat(lost.problem())
                    .contains(new Problem(63024, "The recipient has no WhatsApp, or has not accepted its terms."));
            assertThat(lost.turn()).isEqualTo(2);
        });
        assertThat(surveys.results().json(Address.of(onWhatsApp.number())).orElseThrow())
                .contains("\"undelivered\"", "\"code\" : 63024", "The recipient has no WhatsApp");
    }

    @Test
    void a_text_that_the_carrier_does_not_deliver_is_undelivered() {
        ana.textsTo(NUMBER, "hi").losesReception().texts("tea");

        assertThat(states()).containsExactly("1 sent", "1 delivered", "2 sent", "2 undelivered");
        assertThat(undelivered(ana.number()))
                .extracting(lost -> lost.problem().orElseThrow().code())
                .containsExactly(30003);
    }

    @Test
    void a_status_is_an_event_once_and_never_after_a_later_one() {
        ana.textsTo(NUMBER, "hi");
        int before = reported().size();

        assertThat(report("delivered")).isEqualTo(204);
        report("delivered");
        report("sent");
        report("undelivered", "ErrorCode", "30003");
        report("queued");
        report("read");
        report("read");

        assertThat(states().subList(before, reported().size())).containsExactly("1 delivered", "1 read");
    }

    @Test
    void a_message_that_was_read_has_arrived() {
        ana.textsTo(NUMBER, "hi");
        report("undelivered", "ErrorCode", "30008");
        assertThat(undelivered(ana.number())).hasSize(1);

        report("read");

        assertThat(undelivered(ana.number())).isEmpty();
    }

    @Test
    void a_new_run_has_its_own_messages() {
        ana.textsTo(NUMBER, "hi").texts("tea");
        report("undelivered", "ErrorCode", "30008");
        surveys.restart(Address.of(ana.number()), EarlierAnswers.KEEP);
        ana.texts("hi again");

        assertThat(undelivered(ana.number())).isEmpty();
        reportOn("SM2", "undelivered");
        assertThat(undelivered(ana.number()))
                .as("a late report on the first run")
                .isEmpty();
    }

    @Test
    void without_listeners_only_what_did_not_arrive_changes_the_session() {
        surveys.close();
        surveys = open(builder -> {});
        ana.textsTo(NUMBER, "hi");
        twilio.settle();
        long version = session().version();

        report("delivered");
        assertThat(session().version()).isEqualTo(version);
        report("undelivered", "ErrorCode", "30008");
        assertThat(undelivered(ana.number())).hasSize(1);
        report("read");

        assertThat(undelivered(ana.number())).isEmpty();
    }

    private Document session() {
        return store.page("session:drinks", "", 1).get(0);
    }

    @Test
    void a_report_about_somebody_unknown_changes_nothing() {
        assertThat(report("delivered")).isEqualTo(204);
        assertThat(store.page("session:drinks", "", 1)).isEmpty();
    }

    @Test
    void a_malformed_report_is_refused() {
        WebhookRequest request = WebhookRequest.post(TEXTS + "?event=status&run=x&turn=1")
                .withForm("MessageSid", "SM1", "MessageStatus", "sent", "To", ana.number());

        assertThat(surveys.textWebhook().respond(request).status()).isEqualTo(400);
    }

    @Test
    void a_person_on_rcs_is_their_phone_number() {
        String service = twilio.messagingService(NUMBER, "rcs:shop_agent");
        URI webhook = URI.create("https://app.example/rcs");
        surveys.close();
        surveys = open(builder -> builder.onAnyEvent(events::add)
                .channel(MessengerChannel.rcs(account, account.contents())
                        .withFrom(service)
                        .withWebhook(() -> webhook)));
        twilio.number("rcs:shop_agent").onText(webhook.toString());
        twilio.mount("https://app.example", Router.create().post("/rcs", surveys.webhook("rcs")));
        ana.hasRcs();
        ana.onRcs().textsTo("rcs:shop_agent", "hi").reads();

        assertThat(states()).containsExactly("1 sent", "1 delivered", "1 read");
        assertThat(events)
                .extracting(event -> event.session().respondent().value())
                .containsOnly(ana.number());
    }

    @Test
    void a_webhook_needs_a_url_without_a_query() {
        assertThatThrownBy(() -> Surveys.builder(DRINKS).textSender(account, URI.create("https://app.example/sms?a=1")))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("The text webhook must be an absolute URL without a query");
    }

    @Test
    void the_surveys_of_a_desk_get_the_reports_about_their_own_messages() {
        Survey snacks = DeskApp.withKeyword("snacks", "SNACKS");
        List<SurveyEvent> ofSnacks = new ArrayList<>();
        Surveys second = Surveys.builder(snacks)
                .store(store)
                .clock(twilio.clock())
                .listenerExecutor(Runnable::run)
                .onAnyEvent(ofSnacks::add)
                .textSender(account, TEXTS)
                .build();
        SurveyDesk desk = SurveyDesk.builder("front")
                .add(surveys)
                .add(second)
                .fallback(surveys)
                .build();
        twilio.mount("https://app.example", Router.create().post("/sms", desk.textWebhook()));
        ana.textsTo(NUMBER, "snacks").losesReception().texts("5");
        twilio.settle();

        assertThat(ofSnacks.stream().flatMap(event -> event.delivery().stream()).map(Delivery::status))
                .endsWith(Status.SENT, Status.UNDELIVERED);
        assertThat(reported()).isEmpty();
        second.close();
    }
}
