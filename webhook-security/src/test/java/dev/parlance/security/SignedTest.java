package dev.parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignedTest {
    private static final String TOKEN_HEADER = "I-Twilio-Idempotency-Token";
    private static final TwilioSignature TWILIO = TwilioSignature.of(Secret.of("the-auth-token"));
    private static final WebhookHandler REACHED =
            request -> WebhookResponse.text(request.isRepeated() ? "again" : "reached");

    private static WebhookRequest text(String body) {
        return WebhookRequest.post("https://example.com/sms?who=ana").withForm("From", "+15005550006", "Body", body);
    }

    private static WebhookRequest signed(String body) {
        return TWILIO.sign(text(body));
    }

    private static String answer(SignedWebhooks check, WebhookRequest request) {
        WebhookResponse response = check.handler(REACHED).respond(request);
        return response.length() == 0 ? Integer.toString(response.status()) : response.bodyText();
    }

    @Test
    void signed_requests_are_answered_and_the_rest_get_only_a_status() {
        SignedWebhooks check = SignedWebhooks.verifiedBy(TWILIO);

        assertThat(answer(check, signed("hola"))).isEqualTo("reached");
        assertThat(answer(check, text("hola"))).isEqualTo("403");
        assertThat(answer(check, signed("hola").withForm("Body", "adiós"))).isEqualTo("403");
        assertThat(answer(check, signed("hola").withBody("application/x-www-form-urlencoded", "%".getBytes(UTF_8))))
                .isEqualTo("403");
    }

    @Test
    void method_type_and_size_are_checked_first() {
        SignedWebhooks check = SignedWebhooks.verifiedBy(TWILIO)
                .withMethods("post")
                .withContentTypes("Application/X-WWW-Form-Urlencoded")
                .withBodyLimit(40);

        assertThat(answer(check, signed("hola"))).isEqualTo("reached");
        assertThat(answer(check, TWILIO.sign(WebhookRequest.get("https://example.com/sms"))))
                .isEqualTo("405");
        assertThat(answer(check, text("hola").withBody("application/json", new byte[] {'1'})))
                .isEqualTo("415");
        assertThat(answer(check, signed("x".repeat(40)))).isEqualTo("413");
        assertThat(check.bodyLimit()).isEqualTo(40);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedWebhooks.verifiedBy(TWILIO).withBodyLimit(-1));
    }

    @Test
    void a_refused_method_gets_an_allow_header() {
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(TWILIO).withMethods("POST", "GET");

        CheckResult result = signedWebhooks.check(
                TWILIO.sign(WebhookRequest.of("PUT", "https://example.com/sms", Headers.none(), new byte[0])));

        assertThat(result.refusal().headers().first("Allow")).contains("GET, POST");
    }

    @Test
    void each_setting_returns_a_new_check_and_leaves_the_original_unchanged() {
        SignedWebhooks open = SignedWebhooks.verifiedBy(TWILIO);
        SignedWebhooks closed = open.withMethods("PUT");

        assertThat(answer(closed, signed("hola"))).isEqualTo("405");
        assertThat(answer(open, signed("hola"))).isEqualTo("reached");
    }

    @Test
    void listeners_are_notified_of_each_request_and_a_failing_one_changes_nothing() {
        List<String> outcomes = new ArrayList<>();
        SignedWebhooks check = SignedWebhooks.verifiedBy(TWILIO)
                .withListener((request, verdict) -> {
                    throw new IllegalStateException("a listener fails (expected by this test)");
                })
                .withListener((request, verdict) ->
                        outcomes.add(verdict.refusal().map(Enum::name).orElse("ACCEPTED")));

        assertThat(answer(check, signed("hola"))).isEqualTo("reached");
        answer(check, text("hola"));
        answer(check, signed("hola").withForm("Body", "adiós"));
        answer(check.withMethods("PUT"), signed("hola"));

        assertThat(outcomes).containsExactly("ACCEPTED", "MISSING_SIGNATURE", "WRONG_SIGNATURE", "METHOD_NOT_ALLOWED");
    }

    @Test
    void the_log_says_why_without_secrets_or_personal_data() {
        List<String> lines = new ArrayList<>();
        Handler collecting = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new SimpleFormatter().formatMessage(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(SignedWebhooks.class.getName());
        log.addHandler(collecting);
        try {
            WebhookRequest altered = signed("hola").withForm("Body", "adiós", "From", "+15005550006");
            SignedWebhooks.verifiedBy(TWILIO).check(altered);
            SignedWebhooks.verifiedBy(TWILIO).withDiagnosis().check(altered);
            SignedWebhooks.verifiedBy(TWILIO).withDiagnosis().check(altered.withUrl("http://in:1/sms?who=ana"));

            assertThat(lines).hasSize(3).allMatch(line -> line.startsWith("Refused POST /sms: WRONG_SIGNATURE"));
            assertThat(lines.get(0)).endsWith("It was checked as https://example.com/sms?….");
            assertThat(lines.get(2)).contains("It was checked as http://in:1/sms?…");
            String signature = altered.header("X-Twilio-Signature").orElseThrow();
            assertThat(String.join("\n", lines))
                    .doesNotContain("the-auth-token", signature, "adiós", "5550006", "who", "ana");
        } finally {
            log.removeHandler(collecting);
        }
    }

    @Test
    void a_repeat_is_marked_and_passed_on() {
        SignedWebhooks check = SignedWebhooks.verifiedBy(TWILIO);

        assertThat(answer(check, signed("hola"))).isEqualTo("reached");
        assertThat(answer(check, signed("hola"))).isEqualTo("again");
        assertThat(answer(check, signed("adiós"))).isEqualTo("reached");
    }

    @Test
    void the_senders_token_identifies_repeats() {
        SignedWebhooks check = SignedWebhooks.verifiedBy(TWILIO);

        assertThat(answer(check, signed("1").withHeader(TOKEN_HEADER, "a"))).isEqualTo("reached");
        assertThat(answer(check, signed("1").withHeader(TOKEN_HEADER, "a"))).isEqualTo("again");
        // The same key pressed twice, in two turns of a call.
        assertThat(answer(check, signed("1").withHeader(TOKEN_HEADER, "b"))).isEqualTo("reached");
        WebhookRequest fallback =
                TWILIO.sign(WebhookRequest.post("https://example.com/fallback").withForm("Body", "1"));
        assertThat(answer(check, fallback.withHeader(TOKEN_HEADER, "a"))).isEqualTo("reached");
    }

    @Test
    void repeats_are_refused_if_configured() {
        SignedWebhooks check = SignedWebhooks.verifiedBy(TWILIO).withReplayGuard(ReplayGuard.refusing());

        assertThat(answer(check, signed("hola"))).isEqualTo("reached");
        assertThat(check.check(signed("hola")).verdict().refusal()).contains(Refusal.REPEATED);
        assertThat(answer(check, signed("hola"))).isEqualTo("403");
    }

    @Test
    void a_refused_request_does_not_make_the_next_one_a_repeat() {
        SignedWebhooks check = SignedWebhooks.verifiedBy(TWILIO);
        check.check(text("hola").withHeader("X-Twilio-Signature", "forged").withHeader(TOKEN_HEADER, "a"));

        assertThat(answer(check, signed("hola").withHeader(TOKEN_HEADER, "a"))).isEqualTo("reached");
    }

    @Test
    void the_retry_of_a_failed_delivery_is_not_a_repeat() {
        SignedWebhooks check = SignedWebhooks.verifiedBy(TWILIO).withReplayGuard(ReplayGuard.refusing());

        WebhookHandler failing =
                check.handler(request -> WebhookResponse.noContent().withStatus(500));
        assertThat(failing.respond(signed("1")).status()).isEqualTo(500);
        assertThat(answer(check, signed("1"))).isEqualTo("reached");

        WebhookHandler throwing = check.handler(request -> {
            throw new IllegalStateException("the handler fails (expected by this test)");
        });
        assertThat(throwing.respond(signed("2").withHeader(TOKEN_HEADER, "a")).status())
                .isEqualTo(500);
        assertThat(answer(check, signed("2").withHeader(TOKEN_HEADER, "a"))).isEqualTo("reached");

        WebhookHandler refusing = check.handler(request -> {
            throw new WebhookException(404, "There is no such survey.");
        });
        assertThatExceptionOfType(WebhookException.class).isThrownBy(() -> refusing.handle(signed("3")));
        assertThat(answer(check, signed("3"))).isEqualTo("403");
    }

    @Test
    void a_memory_is_limited_in_time_and_size() {
        MovableClock clock = new MovableClock();
        SignedWebhooks check = SignedWebhooks.verifiedBy(TWILIO)
                .withReplayGuard(
                        ReplayGuard.marking().withMemory(DeliveryMemory.inMemory(Duration.ofMinutes(1), 2, clock)));

        assertThat(answer(check, signed("1"))).isEqualTo("reached");
        clock.advance(Duration.ofMinutes(1));
        assertThat(answer(check, signed("1"))).isEqualTo("again");
        clock.advance(Duration.ofSeconds(1));
        assertThat(answer(check, signed("1"))).isEqualTo("reached");

        answer(check, signed("2"));
        answer(check, signed("3"));
        assertThat(answer(check, signed("3"))).isEqualTo("again");
        assertThat(answer(check, signed("1"))).isEqualTo("reached");
        assertThatIllegalArgumentException().isThrownBy(() -> DeliveryMemory.inMemory(Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DeliveryMemory.inMemory(Duration.ofDays(1), 0));
    }

    @Test
    void exactly_one_of_several_simultaneous_deliveries_is_the_first() throws Exception {
        SignedWebhooks check = SignedWebhooks.verifiedBy(TWILIO);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 50; round++) {
                WebhookRequest request = signed("round " + round);
                List<Future<String>> answers = IntStream.range(0, 8)
                        .mapToObj(i -> threads.submit(() -> answer(check, request)))
                        .toList();
                int first = 0;
                for (Future<String> answer : answers) {
                    first += answer.get().equals("reached") ? 1 : 0;
                }
                assertThat(first).as("round %d", round).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void with_two_signatures_the_more_specific_refusal_is_reported() {
        WebhookSignature missing = request -> Verdict.refused(Refusal.MISSING_SIGNATURE, "none");
        WebhookSignature wrong = request -> Verdict.refused(Refusal.WRONG_SIGNATURE, "wrong");
        WebhookSignature right = request -> Verdict.accepted("right");

        assertThat(missing.or(wrong).verify(text("")).refusal()).contains(Refusal.WRONG_SIGNATURE);
        assertThat(wrong.or(missing).verify(text("")).refusal()).contains(Refusal.WRONG_SIGNATURE);
        assertThat(wrong.or(right).verify(text("")).isAccepted()).isTrue();
        assertThat(right.or(wrong).verify(text("")).isAccepted()).isTrue();
        assertThat(missing.or(wrong).verify(text(""))).hasToString("WRONG_SIGNATURE: wrong");
        assertThat(right.verify(text(""))).hasToString("accepted");
    }

    @Test
    void a_request_that_cannot_be_signed_is_refused_before_its_body() {
        WebhookHandler handler = SignedWebhooks.verifiedBy(TWILIO)
                .withContentTypes("application/x-www-form-urlencoded")
                .handler(REACHED);
        WebhookRequest form =
                WebhookRequest.post("https://hooks.example.com/sms").withForm("Body", "hi");
        WebhookRequest json = form.withBody("application/json", new byte[0]);
        WebhookRequest guessed = form.withHeader("X-Twilio-Signature", "guessed");

        assertThat(handler.refusal(form)).map(WebhookResponse::status).contains(403);
        assertThat(handler.refusal(json.withHeader("X-Twilio-Signature", "guessed")))
                .map(WebhookResponse::status)
                .contains(415);
        assertThat(handler.refusal(guessed)).isEmpty();
        assertThat(handler.respond(guessed).status()).isEqualTo(403);
    }

    @Test
    void the_log_says_how_to_allow_a_refused_get() {
        WebhookRequest get = TWILIO.sign(WebhookRequest.get("https://hooks.example.com/sms?Body=hi"));

        List<String> lines = LogOfSigned.during(
                () -> SignedWebhooks.verifiedBy(TWILIO).handler(REACHED).respond(get));

        assertThat(lines).singleElement().asString().contains("methods(\"GET\", \"POST\")");
        assertThat(SignedWebhooks.verifiedBy(TWILIO)
                        .withMethods("GET", "POST")
                        .handler(REACHED)
                        .respond(get)
                        .status())
                .isEqualTo(200);
    }
}
