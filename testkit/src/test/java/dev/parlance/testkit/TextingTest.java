package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.fake.twilio.FakeMedia;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.WebhookFault;
import dev.parlance.fake.twilio.log.Alert;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextingTest {
    private static final String OURS = "+15005550100";
    private static final String APP = "https://app.example";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final List<WebhookRequest> received = Collections.synchronizedList(new ArrayList<>());
    private FakePhone ana;

    @BeforeEach
    void setUp() {
        twilio.number(OURS).onText(APP + "/sms");
        ana = twilio.phone("+5215512345678");
        answer(request -> WebhookResponse.of(
                MessageTwiml.reply("echo: " + IncomingMessage.of(request).body())));
    }

    private void answer(WebhookHandler handler) {
        twilio.mount(APP, request -> {
            received.add(request);
            return handler.handle(request);
        });
    }

    private void answerTwiml(String twiml) {
        answer(request -> WebhookResponse.bytes("text/xml", twiml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_application_replies_to_a_text() {
        ana.texts("hola").receives("echo: hola").receivesNothing();
    }

    @Test
    void a_webhook_has_twilios_parameters() {
        ana.livesIn("MEXICO CITY", "CDMX", "06000").texts("hola");

        Parameters form = received.get(0).formParameters();
        assertThat(form.names())
                .containsExactlyInAnyOrder(
                        "ToCountry",
                        "ToState",
                        "SmsMessageSid",
                        "NumMedia",
                        "ToCity",
                        "FromZip",
                        "SmsSid",
                        "FromState",
                        "SmsStatus",
                        "FromCity",
                        "Body",
                        "FromCountry",
                        "To",
                        "ToZip",
                        "NumSegments",
                        "MessageSid",
                        "AccountSid",
                        "From",
                        "ApiVersion");
        assertThat(form.first("FromCountry")).contains("MX");
        assertThat(form.first("FromCity")).contains("MEXICO CITY");
        assertThat(form.first("ToCountry")).contains("US");
        assertThat(form.first("SmsStatus")).contains("received");
    }

    @Test
    void a_webhook_is_signed_with_the_accounts_token() {
        answer(SignedWebhooks.verifiedBy(TwilioSignature.of(twilio.authToken()))
                .handler(request -> WebhookResponse.text("good")));

        ana.texts("hola").receives("good");

        twilio.failNextWebhook("*/sms", WebhookFault.WRONGLY_SIGNED);
        ana.texts("hola").receivesNothing();
        twilio.failNextWebhook("*/sms", WebhookFault.UNSIGNED);
        ana.texts("hola").receivesNothing();
    }

    @Test
    void stop_applies_until_start_and_the_application_receives_both() {
        ana.texts("Stop ");
        assertThat(ana.receives().body()).startsWith("You have successfully been unsubscribed");
        ana.receivesNothing();
        assertThat(received).hasSize(1);
        assertThat(twilio.alerts()).extracting(Alert::code).containsExactly(21610);

        ana.texts("START");
        assertThat(ana.receives().body()).startsWith("You have successfully been re-subscribed");
        ana.receives("echo: START");
    }

    @Test
    void twilio_and_the_application_reply_to_help() {
        ana.texts("help").receives("Reply STOP to unsubscribe").receives("echo: help");
    }

    @Test
    void a_long_text_has_several_segments() {
        ana.texts("x".repeat(161));

        assertThat(received.get(0).formParameters().first("NumSegments")).contains("2");
    }

    @Test
    void messages_and_redirects_keep_their_order() {
        answer(request -> WebhookResponse.bytes(
                "text/xml",
                (request.path().equals("/sms")
                                ? "<Response><Message>one</Message><Redirect>more?page=2</Redirect></Response>"
                                : "<Response><Message><Body>two</Body><Media>cat.png</Media></Message></Response>")
                        .getBytes(StandardCharsets.UTF_8)));

        ana.texts("hola").receives("one");
        FakeText two = ana.receives();

        assertThat(two.body()).isEqualTo("two");
        assertThat(two.media()).singleElement().satisfies(media -> {
            assertThat(media.contentType()).isEqualTo("image/png");
            assertThat(media.url()).contains(APP + "/cat.png");
        });
        assertThat(received.get(1).url()).isEqualTo(APP + "/more?page=2");
    }

    @Test
    void a_plain_text_response_is_sent_unchanged() {
        answer(request -> WebhookResponse.text("plain"));
        ana.texts("hola").receives("plain");
    }

    @Test
    void cookies_are_kept_per_phone_and_number() {
        answer(request ->
                WebhookResponse.text(request.header("Cookie").orElse("none")).withHeader("Set-Cookie", "n=1"));

        ana.texts("a").texts("b").receives("none").receives("n=1");
        twilio.phone("+33612345678").texts("a").receives("none");
    }

    @Test
    void a_document_that_cannot_be_parsed_is_12100_and_the_fallback_is_asked() {
        answerTwiml("<Response><Message>half");
        twilio.mount(
                "https://fallback.example",
                request -> WebhookResponse.text(request.formParameters().required("ErrorCode") + " "
                        + request.formParameters().required("ErrorUrl")));

        ana.texts("hola").receivesNothing();
        twilio.number(OURS).onTextFallback("https://fallback.example/");
        ana.texts("hola").receives("12100 " + APP + "/sms");

        assertThat(twilio.alerts()).hasSize(2).allMatch(alert -> alert.code() == 12100);
    }

    @Test
    void unknown_elements_and_attributes_cause_warnings() {
        answerTwiml("<Response><Massage>hm</Massage><Message colour=\"red\">ok</Message></Response>");

        ana.texts("hola").receives("ok").receivesNothing();

        assertThat(twilio.alerts())
                .hasSize(2)
                .allMatch(alert -> alert.code() == 12200)
                .anyMatch(alert -> alert.message().contains("'Massage'"))
                .anyMatch(alert -> alert.message().contains("'colour'"));
    }

    @Test
    void more_than_ten_replies_or_an_empty_one_are_refused() {
        answerTwiml("<Response>" + "<Message>x</Message>".repeat(11) + "<Message></Message></Response>");

        ana.texts("hola");

        assertThat(ana.inbox()).hasSize(10);
        assertThat(twilio.alerts()).anyMatch(alert -> alert.code() == 14109);
    }

    @Test
    void an_endless_redirect_stops() {
        answerTwiml("<Response><Redirect/></Response>");
        ana.texts("hola");
        assertThat(twilio.alerts()).extracting(Alert::code).containsExactly(14106);
    }

    @Test
    void a_webhook_is_retried_with_the_same_token_as_its_url_says() {
        twilio.number(OURS).onText(APP + "/sms#rc=2&rp=5xx");
        answer(request ->
                received.size() < 3 ? WebhookResponse.text("not yet").withStatus(503) : WebhookResponse.text("now"));

        ana.texts("hola").receives("now");

        assertThat(received).hasSize(3).allMatch(request -> request.url().equals(APP + "/sms"));
        assertThat(received.stream()
                        .map(request -> request.header("I-Twilio-Idempotency-Token"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_successful_webhook_is_not_retried() {
        twilio.number(OURS).onText(APP + "/sms#rc=3&rp=all");
        ana.texts("hola").receives("echo: hola").receivesNothing();
        assertThat(received).hasSize(1);
    }

    @Test
    void a_lost_connection_is_retried_once_but_a_lost_response_is_not() {
        twilio.failNextWebhook("*", WebhookFault.UNREACHABLE);
        ana.texts("one").receives("echo: one");
        assertThat(received).hasSize(1);

        twilio.failNextWebhook("*", WebhookFault.ANSWER_LOST);
        ana.texts("two").receivesNothing();
        assertThat(received).hasSize(2);
        assertThat(twilio.alerts()).extracting(Alert::code).containsExactly(11200);
    }

    @Test
    void a_webhook_can_arrive_twice_with_one_token() {
        twilio.failNextWebhook("*", WebhookFault.TWICE);
        ana.texts("one").receives("echo: one").receivesNothing();
        twilio.failNextWebhook("*", WebhookFault.TWICE_AT_ONCE);
        ana.texts("two").receives("echo: two").receivesNothing();

        assertThat(received).hasSize(4);
        assertThat(received.stream()
                        .map(request -> request.header("I-Twilio-Idempotency-Token"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void a_webhook_can_arrive_late() {
        Instant before = twilio.clock().instant();
        twilio.failNextWebhook("*", WebhookFault.LATE);

        ana.texts("one").receives("echo: one");

        assertThat(twilio.clock().instant()).isEqualTo(before.plusSeconds(2));
    }

    @Test
    void a_held_text_arrives_after_a_later_one() {
        twilio.failNextWebhook("*", WebhookFault.HELD);

        ana.texts("first").texts("second");
        assertThat(received)
                .singleElement()
                .satisfies(request ->
                        assertThat(request.formParameters().first("Body")).contains("second"));
        twilio.releaseHeld();

        ana.receives("echo: second").receives("echo: first");
    }

    @Test
    void the_application_can_fetch_a_persons_media() throws Exception {
        byte[] picture = {1, 2, 3};

        ana.texts("look", FakeMedia.of("image/png", picture));

        Parameters form = received.get(0).formParameters();
        assertThat(form.first("NumMedia")).contains("1");
        assertThat(form.first("MediaContentType0")).contains("image/png");
        assertThat(form.first("MessageSid").orElseThrow()).startsWith("MM");
        try (var in = URI.create(form.required("MediaUrl0")).toURL().openStream()) {
            assertThat(in.readAllBytes()).isEqualTo(picture);
        }
    }

    @Test
    void a_webhook_names_its_charset() {
        ana.texts("¿qué?");

        assertThat(received.get(0).header("Content-Type")).contains("application/x-www-form-urlencoded; charset=UTF-8");
    }

    @Test
    void whatsapp_has_a_profile_name_and_no_stop() {
        twilio.number("whatsapp:+15005550100").onText(APP + "/sms");
        FakePhone luis = twilio.phone("whatsapp:+33612345678").isNamed("Luis");

        luis.textsTo("whatsapp:+15005550100", "stop").receives("echo: stop").receivesNothing();

        assertThat(received.get(0).formParameters().first("ProfileName")).contains("Luis");
        Parameters form = received.get(0).formParameters();
        assertThat(form.first("WaId")).contains("33612345678");
        assertThat(form.first("MessageType")).contains("text");
        assertThat(form.required("ChannelMetadata")).contains("\"ProfileName\":\"Luis\"");
        assertThat(form.first("FromCountry")).isEmpty();
    }

    @Test
    void a_thousand_people_text_at_once() {
        IntStream.range(0, 1000)
                .parallel()
                .forEach(i -> twilio.phone("+3360000%04d".formatted(i))
                        .texts("I am " + i)
                        .receives("echo: I am " + i));

        assertThat(received).hasSize(1000);
    }

    @Test
    void several_people_text_at_once() {
        FakePhone luis = twilio.phone("+33612345678");

        twilio.concurrently(() -> ana.texts("a"), () -> luis.texts("b"));

        ana.receives("echo: a");
        luis.receives("echo: b");
    }

    @Test
    void a_missing_text_is_reported_with_the_conversation() {
        ana.texts("hola");

        assertThatThrownBy(() -> ana.receives("adiós"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("adiós")
                .hasMessageContaining("> hola")
                .hasMessageContaining("< echo: hola");
    }

    @Test
    void texting_an_unowned_number_fails() {
        assertThatThrownBy(() -> ana.textsTo("+15005550199", "hola"))
                .hasMessageContaining("The account does not own +15005550199")
                .hasMessageContaining("twilio.number(\"+15005550199\").onText(url)");
    }
}
