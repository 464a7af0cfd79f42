package dev.parlance.testkit;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that the application sends, and their callbacks. */
class OutgoingTextsTest {
    private static final String OURS = "+15005550100";
    private static final String ANA = "+5215512345678";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private CallbackApp app;
    private Rest rest;
    private FakePhone ana;

    @BeforeEach
    void setUp() {
        twilio.number(OURS);
        app = new CallbackApp(twilio);
        rest = new Rest(twilio, "api.twilio.com");
        ana = twilio.phone(ANA);
    }

    private Answer text(String... more) {
        return rest.post(rest.account() + "/Messages.json", form(more));
    }

    private static String[] form(String... more) {
        List<String> form = new ArrayList<>(List.of("To", ANA));
        form.addAll(List.of(more));
        return form.toArray(String[]::new);
    }

    @Test
    void a_text_is_delivered_and_reported() {
        Answer queued = text("From", OURS, "Body", "hola", "StatusCallback", CallbackApp.STATUS);

        assertThat(queued.text("status")).isEqualTo("queued");
        ana.receives("hola");
        assertThat(app.callbacks("MessageStatus")).containsExactly("sent", "delivered");
        assertThat(app.callbacks("MessageSid")).containsOnly(queued.sid());
        assertThat(rest.get(rest.account() + "/Messages/" + queued.sid() + ".json")
                        .text("status"))
                .isEqualTo("delivered");
    }

    @Test
    void an_undelivered_text_has_an_error_code() {
        ana.losesReception();
        Answer queued = text("From", OURS, "Body", "hola", "StatusCallback", CallbackApp.STATUS);

        ana.receivesNothing();
        assertThat(app.callbacks("MessageStatus")).containsExactly("sent", "undelivered");
        assertThat(app.callbacks("ErrorCode")).last().isEqualTo("30003");
        Answer fetched = rest.get(rest.account() + "/Messages/" + queued.sid() + ".json");
        assertThat(fetched.json().path("error_code").asInt()).isEqualTo(30003);

        ana.hasReception();
        text("From", OURS, "Body", "again");
        ana.receives("again");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T12:00:00", // UTC, as Twilio's Java SDK sends it
        "2026-03-02T12:00:00Z",
        "2026-03-02T13:00:00+01:00",
        "2026-03-01T12:05:00Z",
        "2026-04-05T12:00:00Z"
    })
    void a_text_can_be_scheduled_from_five_minutes_to_35_days_ahead(String time) {
        assertThat(scheduled(time).text("status")).isEqualTo("scheduled");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:04:59Z",
        "2026-04-05T12:00:01Z",
        "2026-03-01T11:00:00",
        "tomorrow",
        "2026-13-01T00:00:00Z"
    })
    void a_schedule_out_of_range_is_refused(String time) {
        assertThat(scheduled(time).json().path("code").asInt()).isEqualTo(35114);
    }

    private Answer scheduled(String time) {
        String service = twilio.messagingService(OURS);
        return text("MessagingServiceSid", service, "Body", "later", "ScheduleType", "fixed", "SendAt", time);
    }

    @Test
    void a_scheduled_time_without_a_zone_is_utc() {
        scheduled("2026-03-02T12:00:00");

        twilio.advance(Duration.ofHours(24).minusSeconds(1));
        ana.receivesNothing();
        twilio.advance(Duration.ofSeconds(1));
        ana.receives("later");
    }

    @Test
    void a_landline_is_refused() {
        ana.isLandline();
        assertThat(text("From", OURS, "Body", "hola").json().path("code").asInt())
                .isEqualTo(21614);
    }

    @Test
    void a_messaging_service_chooses_the_sender() {
        String service = twilio.messagingService("+15005550111", OURS);

        Answer accepted = text("MessagingServiceSid", service, "Body", "hola");

        assertThat(accepted.text("status")).isEqualTo("accepted");
        assertThat(accepted.json().path("from").isNull()).isTrue();
        assertThat(accepted.text("num_segments")).isEqualTo("0");
        assertThat(ana.receives()).from("+15005550111").withBody("hola");
    }

    @Test
    void an_opt_out_applies_to_all_numbers_of_a_messaging_service() {
        String service = twilio.messagingService("+15005550111", "+15005550112");
        ana.textsTo("+15005550112", "STOP");

        assertThat(text("MessagingServiceSid", service, "Body", "hola")
                        .json()
                        .path("code")
                        .asInt())
                .isEqualTo(21610);
    }

    @Test
    void a_text_can_be_scheduled_and_canceled() {
        String service = twilio.messagingService(OURS);
        String[] form = {
            "MessagingServiceSid", service, "Body", "later", "ScheduleType", "fixed", "SendAt", "2026-03-01T14:00:00Z"
        };
        Answer first = text(form);
        Answer second = text(form);
        assertThat(first.text("status")).isEqualTo("scheduled");

        rest.post(rest.account() + "/Messages/" + second.sid() + ".json", "Status", "canceled");
        twilio.advance(Duration.ofMinutes(119));
        ana.receivesNothing();
        twilio.advance(Duration.ofMinutes(1));

        ana.receives("later").receivesNothing();
    }

    @Test
    void the_clock_can_be_set_back() {
        var before = twilio.clock().instant();
        twilio.advance(Duration.ofHours(-1));
        assertThat(twilio.clock().instant()).isEqualTo(before.minusSeconds(3600));
    }

    @Test
    void a_number_configured_through_the_api_receives_texts() {
        app.serves("/sms", "<Message>set up</Message>");
        String sid = twilio.number(OURS).sid();
        rest.post(rest.account() + "/IncomingPhoneNumbers/" + sid + ".json", "SmsUrl", CallbackApp.URL + "/sms");

        ana.texts("hola").receives("set up");
    }

    @Test
    void participants_text_each_other_and_webhooks_are_notified() {
        Rest conversations = new Rest(twilio, "conversations.twilio.com");
        String thread =
                "/v1/Conversations/" + conversations.post("/v1/Conversations").sid();
        conversations.post(
                thread + "/Participants", "MessagingBinding.Address", ANA, "MessagingBinding.ProxyAddress", OURS);
        conversations.post(
                thread + "/Participants",
                "MessagingBinding.Address",
                "+33612345678",
                "MessagingBinding.ProxyAddress",
                OURS);
        conversations.post(
                thread + "/Webhooks",
                "Target",
                "webhook",
                "Configuration.Url",
                CallbackApp.STATUS,
                "Configuration.Filters",
                "onMessageAdded");

        ana.texts("hola");

        twilio.phone("+33612345678").receives("hola");
        ana.receivesNothing();
        assertThat(app.callbacks("EventType")).containsExactly("onMessageAdded");
        assertThat(app.callbacks("Author")).containsExactly(ANA);
        conversations.post(thread + "/Messages", "Author", "agent", "Body", "bonjour");
        ana.receives("bonjour");
        assertThat(app.callbacks("Author")).hasSize(1);
    }
}
