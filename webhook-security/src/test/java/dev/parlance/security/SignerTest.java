package dev.parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several accounts in one application: no account can sign for another. */
class SignerTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Map<String, List<Secret>> TOKENS = Map.of(
            "AC1", List.of(Secret.of("one"), Secret.of("older")),
            "AC2", List.of(Secret.of("two")));
    private static final TwilioSignature AC1 = TwilioSignature.of(Secret.of("one"));

    private final SignedWebhooks signedWebhooks =
            SignedWebhooks.verifiedBy(TwilioSignature.of(Secrets.perSigner(TOKENS)));

    private Verdict verdict(WebhookRequest request) {
        return signedWebhooks.check(request).verdict();
    }

    @ParameterizedTest
    @CsvSource({
        "?AccountSid=AC2, AccountSid=AC1",
        "?AccountSid=AC1, AccountSid=AC2",
        "?AccountSid=AC2&AccountSid=AC1, Body=hola",
        "?AccountSid=AC1&AccountSid=AC1, Body=hola",
        "'', AccountSid=AC2&AccountSid=AC1",
        "'', AccountSid=AC1&AccountSid=AC2",
        "'', AccountSid=AC1&AccountSid=AC1",
        "'', AccountSid=AC1&AccountSid=",
        "?AccountSid=, AccountSid=AC1",
        "?AccountSid, AccountSid=AC1",
        "'', Body=hola",
        "'', AccountSid=",
        "'', AccountSid=AC3",
        "?AccountSid=%zz, Body=hola",
        "?AccountSid=AC1&x=%zz, Body=hola",
    })
    void one_tenant_cannot_pass_as_another(String query, String form) {
        WebhookRequest request =
                AC1.sign(WebhookRequest.post("https://example.com/sms" + query).withBody(FORM, form.getBytes(UTF_8)));

        assertThat(verdict(request).refusal()).contains(Refusal.UNKNOWN_SIGNER);
    }

    @Test
    void a_body_that_is_not_a_form_names_no_account() {
        WebhookRequest events = WebhookRequest.post("https://example.com/events")
                .withBody("application/json", "{\"AccountSid\":\"AC2\"}".getBytes(UTF_8));

        assertThat(verdict(AC1.sign(events)).refusal()).contains(Refusal.UNKNOWN_SIGNER);
        WebhookRequest withQuery = WebhookRequest.post("https://example.com/events?AccountSid=AC1")
                .withBody("application/json", events.body());
        assertThat(verdict(AC1.sign(withQuery)).isAccepted()).isTrue();
        assertThat(verdict(AC1.sign(withQuery.withUrl("https://example.com/events?AccountSid=AC2")))
                        .refusal())
                .contains(Refusal.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?AccountSid=AC1", "?lang=es"})
    void the_handler_gets_the_account_that_signed(String query) {
        WebhookRequest request = AC1.sign(
                WebhookRequest.post("https://example.com/sms" + query).withForm("AccountSid", "AC1", "Body", "hola"));

        CheckResult result = signedWebhooks.check(request);

        assertThat(result.verdict().signer()).contains("AC1");
        assertThat(result.request().signer()).contains("AC1");
        assertThat(request.signer()).isEmpty();
    }

    @Test
    void one_secret_for_all_accounts_leaves_the_signer_empty() {
        WebhookRequest request = AC1.sign(
                WebhookRequest.post("https://example.com/sms?AccountSid=AC2").withForm("AccountSid", "AC1"));

        CheckResult result = SignedWebhooks.verifiedBy(AC1).check(request);

        assertThat(result.isAccepted()).isTrue();
        assertThat(result.request().signer()).isEmpty();
    }

    @Test
    void a_shared_keys_name_is_the_signer() {
        TwilioSharedKeys keys = TwilioSharedKeys.of("key_1", Secret.of("first"));
        WebhookRequest request = keys.sign(WebhookRequest.post("https://example.com/sms"), "key_1");

        assertThat(SignedWebhooks.verifiedBy(keys.or(AC1))
                        .check(request)
                        .request()
                        .signer())
                .contains("key_1");
    }

    @Test
    void a_custom_signature_can_name_the_signer() {
        WebhookSignature own = request -> Verdict.accepted("id").withSigner("tenant 7");

        assertThat(SignedWebhooks.verifiedBy(own)
                        .check(WebhookRequest.post("https://example.com"))
                        .request()
                        .signer())
                .contains("tenant 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verdict.refused(Refusal.STALE, "late").withSigner("tenant 7"));
    }

    @Test
    void a_request_without_an_account_is_cheap_however_many_accounts_there_are() {
        Map<String, List<Secret>> thousand = IntStream.range(0, 1_000)
                .mapToObj(i -> "AC" + i)
                .collect(Collectors.toMap(Function.identity(), account -> List.of(Secret.of("token of " + account))));
        SignedWebhooks many = SignedWebhooks.verifiedBy(TwilioSignature.of(Secrets.perSigner(thousand)));
        WebhookRequest forged =
                AC1.sign(WebhookRequest.post("https://example.com/sms").withForm("Body", "x".repeat(1_000_000)));

        long before = cpuTime();
        assertThat(many.check(forged).verdict().refusal()).contains(Refusal.UNKNOWN_SIGNER);

        assertThat(Duration.ofNanos(cpuTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void too_many_secrets_are_rejected_at_start() {
        List<Secret> many = Collections.nCopies(17, Secret.of("token"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secrets.of(many))
                .withMessageContaining("at most 16")
                .withMessageContaining("perSigner");
        assertThatIllegalArgumentException().isThrownBy(() -> Secrets.perSigner(Map.of("AC1", many)));
        Secrets custom = signer -> many;
        assertThat(TwilioSignature.of(custom)
                        .verify(AC1.sign(WebhookRequest.post("https://example.com")))
                        .refusal())
                .contains(Refusal.SECRETS_UNAVAILABLE);
    }
}
