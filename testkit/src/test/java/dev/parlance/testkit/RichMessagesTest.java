package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static dev.parlance.testkit.TwilioAssertions.assertThatThrownBy;

import dev.parlance.fake.twilio.FakeLocation;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeReferral;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages with buttons and lists on WhatsApp and RCS, and what people answer. */
class RichMessagesTest {
    private static final String OURS = "whatsapp:+15005550100";
    private static final String AGENT = "rcs:acme_agent";
    private static final String ANA = "+5215512345678";
    private static final String APP = "https://app.example";
    private static final String ACTIONS =
            "\"actions\": [{\"title\": \"Yes\", \"id\": \"y\"}, {\"title\": \"No\", \"id\": \"n\"}]";
    private static final String LIST = """
            "twilio/list-picker": {"body": "Which?", "button": "Choose", "items": [
              {"id": "1", "item": "Tea", "description": "green"}, {"id": "2", "item": "Latte"}]}
            """;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Rest api = new Rest(twilio, "api.twilio.com");
    private final Rest content = new Rest(twilio, "content.twilio.com");
    private final List<Parameters> inbound = Collections.synchronizedList(new ArrayList<>());
    private final List<Parameters> statuses = Collections.synchronizedList(new ArrayList<>());
    private FakePhone ana;

    @BeforeEach
    void setUp() {
        twilio.mount(APP, this::answer);
        twilio.number(OURS).onText(APP + "/messages");
        twilio.number(AGENT).onText(APP + "/messages");
        ana = twilio.phone(ANA).onWhatsApp().isNamed("Ana");
    }

    private WebhookResponse answer(WebhookRequest request) {
        boolean isStatus = request.path().equals("/status");
        (isStatus ? statuses : inbound).add(request.formParameters());
        return WebhookResponse.of(MessageTwiml.create());
    }

    private String content(String types) {
        Answer created = content.postJson(
                "/v1/Content",
                "{\"friendly_name\": \"it\", \"language\": \"en\", \"variables\": {\"1\": \"you\"}, \"types\": {"
                        + types + "}}");
        assertThat(created.status()).as(created.json().toString()).isEqualTo(201);
        return created.sid();
    }

    private String yesNo() {
        return content("\"twilio/quick-reply\": {\"body\": \"Ready, {{1}}?\", " + ACTIONS + "}");
    }

    private void approve(String sid) {
        content.postJson(
                "/v1/Content/" + sid + "/ApprovalRequests/whatsapp", "{\"name\": \"it\", \"category\": \"UTILITY\"}");
        twilio.content(sid).approves();
    }

    private Answer send(String sid, String... more) {
        List<String> form = new ArrayList<>(
                List.of("To", "whatsapp:" + ANA, "From", OURS, "ContentSid", sid, "StatusCallback", APP + "/status"));
        form.addAll(List.of(more));
        Answer sent = api.post(api.account() + "/Messages.json", form.toArray(String[]::new));
        twilio.settle();
        return sent;
    }

    private Answer fetch(Answer sent) {
        return api.get(api.account() + "/Messages/" + sent.sid() + ".json");
    }

    private int errorOf(Answer sent) {
        assertThat(sent.status()).as(sent.json().toString()).isEqualTo(201);
        return fetch(sent).json().path("error_code").asInt();
    }

    private String last(String parameter) {
        return inbound.get(inbound.size() - 1).first(parameter).orElse("");
    }

    @Test
    void a_person_taps_a_button_of_a_free_message() {
        ana.texts("hi");
        Answer sent = send(yesNo(), "ContentVariables", "{\"1\": \"Ana\"}");

        assertThat(ana.lastMessage()).withBody("Ready, Ana?").hasButtons("Yes", "No");
        ana.taps("Yes");

        assertThat(last("Body")).isEqualTo("Yes");
        assertThat(last("ButtonText")).isEqualTo("Yes");
        assertThat(last("ButtonPayload")).isEqualTo("y");
        assertThat(last("MessageType")).isEqualTo("interactive");
        assertThat(last("OriginalRepliedMessageSid")).isEqualTo(sent.sid());
        assertThat(last("OriginalRepliedMessageSender")).isEqualTo(OURS);
        assertThat(last("ChannelMetadata")).contains("\"ButtonText\":\"Yes\"", "\"ProfileName\":\"Ana\"");
    }

    @Test
    void a_person_taps_a_button_of_a_template_at_any_time() {
        String sid = yesNo();
        approve(sid);
        assertThat(errorOf(send(sid))).isZero();

        ana.taps("No");

        assertThat(ana.lastMessage()).withBody("Ready, you?");
        assertThat(last("MessageType")).isEqualTo("button");
        assertThat(last("ButtonPayload")).isEqualTo("n");
    }

    @Test
    void a_tap_on_a_missing_button_names_those_that_there_are() {
        ana.texts("hi");
        send(yesNo());

        assertThatThrownBy(() -> ana.taps("Maybe"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"Yes\", \"No\"");
    }

    @Test
    void a_person_picks_from_a_list_within_the_window_only() {
        String sid = content(LIST);
        assertThat(errorOf(send(sid))).isEqualTo(63016);
        ana.texts("hi");
        assertThat(errorOf(send(sid))).isZero();

        assertThat(ana.lastMessage()).hasList("Tea", "Latte");
        ana.picks("Tea");

        assertThat(last("Body")).isEqualTo("Tea");
        assertThat(last("ListId")).isEqualTo("1");
        assertThat(last("ListTitle")).isEqualTo("Tea");
        assertThat(last("ListDescription")).isEqualTo("green");
        assertThatThrownBy(() -> ana.picks("Coffee")).hasMessageContaining("\"Tea\", \"Latte\"");
    }

    @Test
    void the_window_closes_a_day_after_the_last_message() {
        ana.texts("hi");
        twilio.advance(Duration.ofHours(24));
        assertThat(errorOf(api.text("whatsapp:" + ANA, OURS, "in time"))).isZero();
        twilio.advance(Duration.ofSeconds(1));
        Answer late = api.text("whatsapp:" + ANA, OURS, "late");
        twilio.settle();

        assertThat(errorOf(late)).isEqualTo(63016);
        assertThat(fetch(late).text("status")).isEqualTo("failed");
        assertThat(ana.lastMessage()).withBody("in time");
    }

    @ParameterizedTest
    @CsvSource({"rejected, 63040", "paused, 63041", "disabled, 63042", "pending, 63016"})
    void a_template_that_is_not_approved_is_not_sent(String status, int code) {
        String sid = yesNo();
        approve(sid);
        switch (status) {
            case "rejected" -> twilio.content(sid).rejects("no");
            case "paused" -> twilio.content(sid).pauses();
            case "disabled" -> twilio.content(sid).disables();
            default -> twilio.content(sid).waits();
        }

        assertThat(errorOf(send(sid))).isEqualTo(code);
    }

    @Test
    void a_free_message_has_at_most_three_buttons() {
        ana.texts("hi");
        String sid = content("\"twilio/quick-reply\": {\"body\": \"a\", \"actions\": [{\"title\": \"1\"},"
                + "{\"title\": \"2\"}, {\"title\": \"3\"}, {\"title\": \"4\"}]}");

        assertThat(errorOf(send(sid))).isEqualTo(63021);
        approve(sid);
        assertThat(errorOf(send(sid))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not JSON", "[]", "{\"1\": \"\"}", "{\"1\": null}", "{\"1\": \"a\\nb\"}"})
    void invalid_variables_are_refused(String variables) {
        isError(send(yesNo(), "ContentVariables", variables), 400, 21656);
    }

    @Test
    void content_must_exist_and_its_variables_need_it() {
        isError(send("HX" + "0".repeat(32)), 400, 21655);
        isError(
                api.post(
                        api.account() + "/Messages.json",
                        "To",
                        "whatsapp:" + ANA,
                        "From",
                        OURS,
                        "Body",
                        "hi",
                        "ContentVariables",
                        "{}"),
                400,
                21654);
        String sid = content("\"twilio/text\": {\"body\": \"Hello {{1}} and {{2}}!\"}");
        isError(send(sid), 400, 21656);
        isError(send(sid, "ContentVariables", "{\"2\": \"" + "x".repeat(1600) + "\"}"), 400, 21617);
        isError(send(sid, "ContentVariables", "{\"2\": \"" + "x".repeat(1601) + "\"}"), 400, 21658);
    }

    @Test
    void a_sender_must_be_known_and_on_the_channel_of_the_recipient() {
        isError(api.text("whatsapp:" + ANA, "whatsapp:+15005550199", "hi"), 400, 63007);
        isError(api.text("rcs:" + ANA, "rcs:nobody", "hi"), 400, 63007);
        isError(api.text(ANA, OURS, "hi"), 400, 21910);
    }

    @Test
    void somebody_without_whatsapp_gets_nothing() {
        ana.texts("hi");
        twilio.phone(ANA).hasNoWhatsApp();

        Answer sent = api.text("whatsapp:" + ANA, OURS, "hi");
        twilio.settle();

        assertThat(errorOf(sent)).isEqualTo(63024);
    }

    @Test
    void a_person_sends_a_location() {
        ana.texts("hi").sends(new FakeLocation(19.4, -99.1, "Home", "Street 1"));

        assertThat(last("MessageType")).isEqualTo("location");
        assertThat(last("Latitude")).isEqualTo("19.4");
        assertThat(last("Longitude")).isEqualTo("-99.1");
        assertThat(last("Label")).isEqualTo("Home");
        assertThat(last("Address")).isEqualTo("Street 1");
    }

    @Test
    void a_person_fills_in_a_form() {
        ana.texts("hi");
        send(content("\"whatsapp/flows\": {\"body\": \"Book\", \"button_text\": \"Open\", \"flow_id\": \"1\"}"));

        ana.completes("{\"date\":\"today\"}");

        assertThat(last("MessageType")).isEqualTo("interactive");
        assertThat(last("FlowData")).isEqualTo("{\"date\":\"today\"}");
        assertThat(last("InteractiveData")).isEqualTo("{\"flowResponse\":{\"date\":\"today\"}}");
    }

    @Test
    void a_person_comes_from_an_advertisement() {
        ana.texts(FakeReferral.ad("7", "Free coffee"), "I saw your ad");

        assertThat(last("Body")).isEqualTo("I saw your ad");
        assertThat(last("ReferralSourceType")).isEqualTo("ad");
        assertThat(last("ReferralHeadline")).isEqualTo("Free coffee");
        assertThat(last("ReferralCtwaClid")).isNotEmpty();
    }

    @Test
    void a_read_receipt_is_a_status() {
        ana.texts("hi");
        Answer sent = send(yesNo());
        ana.reads();

        assertThat(fetch(sent).text("status")).isEqualTo("read");
        Parameters read = statuses.get(statuses.size() - 1);
        assertThat(read.first("MessageStatus")).contains("read");
        assertThat(read.first("EventType")).contains("READ");
        assertThat(read.first("ChannelPrefix")).contains("whatsapp");
        assertThat(read.first("ChannelToAddress")).contains(ANA);
    }

    @Test
    void a_person_sees_that_an_answer_is_on_its_way() {
        Rest messaging = new Rest(twilio, "messaging.twilio.com");
        ana.texts("hi");
        String sid = last("MessageSid");

        isTrue(messaging.post("/v2/Indicators/Typing.json", "channel", "whatsapp", "messageId", sid));
        assertThat(ana.seesTyping(OURS)).isTrue();
        twilio.advance(Duration.ofSeconds(30));
        assertThat(ana.seesTyping(OURS)).isFalse();

        isTrue(messaging.postJson(
                "/v3/Indicators/Typing.json", "{\"channel\": \"WHATSAPP\", \"messageId\": \"" + sid + "\"}"));
        assertThat(ana.seesTyping(OURS)).isTrue();
        api.text("whatsapp:" + ANA, OURS, "here it is");
        assertThat(ana.seesTyping(OURS)).isFalse();
    }

    private static void isTrue(Answer answer) {
        assertThat(answer.json().path("success").asBoolean())
                .as(answer.json().toString())
                .isTrue();
    }

    @Test
    void an_rcs_phone_shows_buttons_and_reports_taps() {
        String service = twilio.messagingService("+15005550100", AGENT);
        FakePhone phone = twilio.phone(ANA).hasRcs();
        sendByService(service, yesNo());

        assertThat(phone.onRcs().lastMessage()).from(AGENT).hasButtons("Yes", "No");
        phone.onRcs().taps("Yes");

        assertThat(last("From")).isEqualTo("rcs:" + ANA);
        assertThat(last("ButtonPayload")).isEqualTo("y");
        assertThat(last("ChannelMetadata"))
                .contains("\"type\":\"rcs\"", "\"suggestionResponse\"", "\"postbackData\":\"y\"");
        assertThat(statuses.get(statuses.size() - 1).first("ChannelPrefix")).contains("rcs");
    }

    @Test
    void a_phone_without_rcs_gets_a_text() {
        String service = twilio.messagingService("+15005550100", AGENT);
        String sid = content("\"twilio/text\": {\"body\": \"Reply YES or NO\"}, \"twilio/quick-reply\": {\"body\":"
                + " \"Ready?\", " + ACTIONS + "}");

        sendByService(service, sid);

        assertThat(twilio.phone(ANA).lastMessage())
                .from("+15005550100")
                .withBody("Reply YES or NO")
                .hasButtons();
        assertThat(errorOf(sendByService(service, yesNo()))).isEqualTo(63021);
    }

    private Answer sendByService(String service, String sid, String... more) {
        List<String> form = new ArrayList<>(List.of(
                "To", ANA, "MessagingServiceSid", service, "ContentSid", sid, "StatusCallback", APP + "/status"));
        form.addAll(List.of(more));
        Answer sent = api.post(api.account() + "/Messages.json", form.toArray(String[]::new));
        twilio.settle();
        return sent;
    }

    @Test
    void the_sender_of_the_fallback_is_chosen_by_the_request() {
        String service = twilio.messagingService("+15005550100", AGENT);
        twilio.number("+15005550101");
        String sid = content("\"twilio/text\": {\"body\": \"hello\"}");

        sendByService(service, sid, "FallbackFrom", "+15005550101");

        assertThat(twilio.phone(ANA).lastMessage()).from("+15005550101");
        String plain = twilio.messagingService("+15005550102");
        isError(sendByService(plain, sid, "FallbackFrom", "+15005550101"), 400, 21667);
        isError(sendByService(service, sid, "FallbackFrom", "+15005550101", "From", "+15005550101"), 400, 21664);
        isError(
                api.post(api.account() + "/Messages.json", "To", ANA, "Body", "hi", "FallbackFrom", "+15005550101"),
                400,
                21666);
    }
}
