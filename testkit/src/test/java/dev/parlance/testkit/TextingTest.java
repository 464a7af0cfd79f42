package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.security.Signed;
import dev.parlance.security.TwilioSignature;
import dev.parlance.testkit.fault.WebhookFault;
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
import org.junit.jupiter.api.extension.RegisterExtension;

class TextingTest {
    private static final String OURS = "+15005550100";
    private static final String APP = "https://app.example";

    @RegisterExtension
    static final FakeTwilio twilio = FakeTwilio.create();

    private final List<WebhookRequest> received = Collections.synchronizedList(new ArrayList<>());
    private FakePhone ana;

    @BeforeEach
    void setUp() {
        twilio.number(OURS).texts(APP + "/sms");
        ana = twilio.phone("+5215512345678");
        answer(request -> WebhookResponse.of(
                MessageTwiml.reply("echo: " + IncomingMessage.of(request).body())));
    }

    private void answer(WebhookHandler handler) {
        twilio.app(APP, request -> {
            received.add(request);
            return handler.handle(request);
        });
    }

    private void answerTwiml(String twiml) {
        answer(request -> WebhookResponse.bytes("text/xml", twiml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_text_is_answered_by_the_application() {
        ana.texts("hola").receives("echo: hola").receivesNothing();
    }

    @Test
    void the_application_is_told_what_twilio_tells() {
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
        answer(Signed.by(TwilioSignature.withToken(twilio.authToken()))
                .handler(request -> WebhookResponse.text("good")));

        ana.texts("hola").receives("good");

        twilio.nextWebhook("*/sms", WebhookFault.WRONGLY_SIGNED);
        ana.texts("hola").receivesNothing();
        twilio.nextWebhook("*/sms", WebhookFault.UNSIGNED);
        ana.texts("hola").receivesNothing();
    }

    @Test
    void stop_is_obeyed_and_told_until_start() {
        ana.texts("Stop ");
        assertThat(ana.receives().body()).startsWith("You have successfully been unsubscribed");
        ana.receivesNothing();
        assertThat(received).hasSize(1);
        assertThat(twilio.problems()).singleElement().asString().startsWith("21610");

        ana.texts("START");
        assertThat(ana.receives().body()).startsWith("You have successfully been re-subscribed");
        ana.receives("echo: START");
    }

    @Test
    void help_is_answered_by_twilio_and_by_the_application() {
        ana.texts("help").receives("Reply STOP to unsubscribe").receives("echo: help");
    }

    @Test
    void a_long_text_travels_in_segments() {
        ana.texts("x".repeat(161));

        assertThat(received.get(0).formParameters().first("NumSegments")).contains("2");
    }

    @Test
    void several_messages_and_a_redirect_come_in_their_order() {
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
    void an_answer_that_is_plain_text_is_sent_as_it_is() {
        answer(request -> WebhookResponse.text("plain"));
        ana.texts("hola").receives("plain");
    }

    @Test
    void cookies_are_remembered_between_a_phone_and_a_number() {
        answer(request ->
                WebhookResponse.text(request.header("Cookie").orElse("none")).withHeader("Set-Cookie", "n=1"));

        ana.texts("a").texts("b").receives("none").receives("n=1");
        twilio.phone("+33612345678").texts("a").receives("none");
    }

    @Test
    void a_document_that_cannot_be_parsed_is_12100_and_the_fallback_is_asked() {
        answerTwiml("<Response><Message>half");
        twilio.app(
                "https://fallback.example",
                request -> WebhookResponse.text(request.formParameters().required("ErrorCode") + " "
                        + request.formParameters().required("ErrorUrl")));

        ana.texts("hola").receivesNothing();
        twilio.number(OURS).textsFallback("https://fallback.example/");
        ana.texts("hola").receives("12100 " + APP + "/sms");

        assertThat(twilio.problems()).hasSize(2).allMatch(problem -> problem.startsWith("12100"));
    }

    @Test
    void unknown_elements_and_attributes_are_warned_of() {
        answerTwiml("<Response><Massage>hm</Massage><Message colour=\"red\">ok</Message></Response>");

        ana.texts("hola").receives("ok").receivesNothing();

        assertThat(twilio.problems())
                .hasSize(2)
                .allMatch(problem -> problem.startsWith("12200"))
                .anyMatch(problem -> problem.contains("'Massage'"))
                .anyMatch(problem -> problem.contains("'colour'"));
    }

    @Test
    void more_than_ten_replies_or_none_at_all_are_refused() {
        answerTwiml("<Response>" + "<Message>x</Message>".repeat(11) + "<Message></Message></Response>");

        ana.texts("hola");

        assertThat(ana.inbox()).hasSize(10);
        assertThat(twilio.problems()).anyMatch(problem -> problem.startsWith("14109"));
    }

    @Test
    void an_endless_redirect_ends() {
        answerTwiml("<Response><Redirect/></Response>");
        ana.texts("hola");
        assertThat(twilio.problems()).singleElement().asString().startsWith("14106");
    }

    @Test
    void a_webhook_is_tried_again_as_its_url_says_with_the_same_token() {
        twilio.number(OURS).texts(APP + "/sms#rc=2&rp=5xx");
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
    void an_answer_that_is_good_is_not_asked_for_again() {
        twilio.number(OURS).texts(APP + "/sms#rc=3&rp=all");
        ana.texts("hola").receives("echo: hola").receivesNothing();
        assertThat(received).hasSize(1);
    }

    @Test
    void a_lost_connection_is_tried_once_more_and_a_lost_answer_is_not() {
        twilio.nextWebhook("*", WebhookFault.UNREACHABLE);
        ana.texts("one").receives("echo: one");
        assertThat(received).hasSize(1);

        twilio.nextWebhook("*", WebhookFault.ANSWER_LOST);
        ana.texts("two").receivesNothing();
        assertThat(received).hasSize(2);
        assertThat(twilio.problems()).singleElement().asString().startsWith("11200");
    }

    @Test
    void a_webhook_may_come_twice_with_one_token() {
        twilio.nextWebhook("*", WebhookFault.TWICE);
        ana.texts("one").receives("echo: one").receivesNothing();
        twilio.nextWebhook("*", WebhookFault.TWICE_AT_ONCE);
        ana.texts("two").receives("echo: two").receivesNothing();

        assertThat(received).hasSize(4);
        assertThat(received.stream()
                        .map(request -> request.header("I-Twilio-Idempotency-Token"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void a_webhook_may_come_late() {
        Instant before = twilio.clock().instant();
        twilio.nextWebhook("*", WebhookFault.LATE);

        ana.texts("one").receives("echo: one");

        assertThat(twilio.clock().instant()).isEqualTo(before.plusSeconds(2));
    }

    @Test
    void a_text_that_is_held_comes_after_a_later_one() {
        twilio.nextWebhook("*", WebhookFault.HELD);

        ana.texts("first").texts("second");
        assertThat(received)
                .singleElement()
                .satisfies(request ->
                        assertThat(request.formParameters().first("Body")).contains("second"));
        twilio.release();

        ana.receives("echo: second").receives("echo: first");
    }

    @Test
    void media_that_a_person_sends_can_be_fetched() throws Exception {
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
    void whatsapp_tells_the_persons_name_and_knows_no_stop() {
        twilio.number("whatsapp:+15005550100").texts(APP + "/sms");
        FakePhone luis = twilio.phone("whatsapp:+33612345678").isNamed("Luis");

        luis.textsTo("whatsapp:+15005550100", "stop").receives("echo: stop").receivesNothing();

        assertThat(received.get(0).formParameters().first("ProfileName")).contains("Luis");
        assertThat(received.get(0).formParameters().first("WaId")).contains("33612345678");
    }

    @Test
    void a_thousand_people_text_at_the_same_time() {
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

        twilio.atOnce(() -> ana.texts("a"), () -> luis.texts("b"));

        ana.receives("echo: a");
        luis.receives("echo: b");
    }

    @Test
    void what_was_expected_and_did_not_come_is_told_with_the_conversation() {
        ana.texts("hola");

        assertThatThrownBy(() -> ana.receives("adiós"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("adiós")
                .hasMessageContaining("> hola")
                .hasMessageContaining("< echo: hola");
    }

    @Test
    void a_number_that_nobody_owns_cannot_be_texted() {
        assertThatThrownBy(() -> ana.textsTo("+15005550199", "hola"))
                .hasMessageContaining("Nobody owns +15005550199")
                .hasMessageContaining("twilio.number(\"+15005550199\").texts(url)");
    }
}
