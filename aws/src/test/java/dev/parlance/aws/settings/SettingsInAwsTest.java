package dev.parlance.aws.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.aws.Clients;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Settings;
import dev.parlance.testkit.aws.FakeAws;
import dev.parlance.webhook.WebhookRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;

class SettingsInAwsTest {
    private static final String OLD = "1".repeat(32);
    private static final String NEW = "2".repeat(32);

    private final FakeAws aws = FakeAws.start();
    private final SsmClient parameters =
            Clients.local(SsmClient.builder(), aws.url()).build();
    private final SecretsManagerClient secrets =
            Clients.local(SecretsManagerClient.builder(), aws.url()).build();
    private final Hands hands = new Hands();

    /** A clock that is set by hand. */
    private static final class Hands extends Clock {
        private volatile Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @AfterEach
    void stop() {
        parameters.close();
        secrets.close();
        aws.close();
    }

    private static WebhookRequest signedWith(String token) {
        WebhookRequest request =
                WebhookRequest.post("https://hooks.example.com/sms").form("Body", "hola");
        return TwilioSignature.withToken(token).sign(request);
    }

    @Test
    void parameters_below_a_path_are_settings_without_outer_blanks_however_many_there_are() {
        for (int i = 0; i < 25; i++) {
            aws.parameter("/survey/P" + i, " value " + i + "\n");
        }
        aws.parameter("/surveys/P1", "another's");

        Settings settings = Settings.from(ParameterStore.below("/survey", parameters));

        assertThat(settings.find("P1")).hasValue("value 1");
        assertThat(settings.find("P24")).hasValue("value 24");
        assertThat(settings.find("P25")).isEmpty();
        assertThat(aws.requests("GetParametersByPath")).isEqualTo(3);
    }

    @Test
    void parameters_are_read_again_after_their_time() {
        aws.parameter("/survey/GREETING", "hola");
        ParameterStore store = ParameterStore.below("/survey", parameters).keptFor(Duration.ofMinutes(1), hands);
        assertThat(store.find("GREETING")).hasValue("hola");
        aws.parameter("/survey/GREETING", "salut");

        hands.now = Instant.EPOCH.plusSeconds(59);
        assertThat(store.find("GREETING")).hasValue("hola");
        hands.now = Instant.EPOCH.plusSeconds(60);
        assertThat(store.find("GREETING")).hasValue("salut");
    }

    @Test
    void what_was_read_before_stays_while_the_store_cannot_be_reached() {
        aws.parameter("/survey/GREETING", "hola");
        ParameterStore store = ParameterStore.below("/survey", parameters).keptFor(Duration.ofMinutes(1), hands);
        store.find("GREETING");
        hands.now = Instant.EPOCH.plusSeconds(60);
        aws.failNext("GetParametersByPath", 400, "AccessDeniedException");

        assertThat(store.find("GREETING")).hasValue("hola");
    }

    @Test
    void a_secret_among_the_parameters_is_read_again_when_a_signature_does_not_match() {
        aws.parameter("/survey/TWILIO_AUTH_TOKEN", OLD + "\n");
        TwilioSignature signature = TwilioSignature.with(ParameterStore.below("/survey", parameters)
                .rotating("TWILIO_AUTH_TOKEN")
                .clock(hands));
        assertThat(signature.verify(signedWith(OLD)).isAccepted()).isTrue();
        aws.parameter("/survey/TWILIO_AUTH_TOKEN", NEW);
        hands.now = Instant.EPOCH.plusSeconds(60);

        assertThat(signature.verify(signedWith(NEW)).isAccepted()).isTrue();
        assertThat(aws.requests("GetParameter")).isEqualTo(2);
    }

    @Test
    void while_one_reads_anew_others_get_what_was_read_before() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger reads = new AtomicInteger();
        Kept<String> kept = new Kept<>(
                () -> {
                    if (reads.incrementAndGet() == 2) {
                        reading.countDown();
                        awaited(go);
                    }
                    return "value " + reads.get();
                },
                Duration.ofMinutes(1),
                hands);
        kept.get();
        hands.now = Instant.EPOCH.plusSeconds(60);
        CompletableFuture<String> slow = CompletableFuture.supplyAsync(kept::get);
        awaited(reading);

        assertThat(kept.get()).isEqualTo("value 1");

        go.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo("value 2");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_cannot_be_read_at_all_says_where_it_is() {
        aws.failNext("GetParametersByPath", 400, "AccessDeniedException");

        assertThatThrownBy(() -> ParameterStore.below("/survey", parameters).find("GREETING"))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("below /survey/")
                .hasMessageContaining("AccessDeniedException");
    }

    @Test
    void a_rotated_token_is_taken_after_one_refresh() {
        aws.secret("twilio", OLD + "\n");
        TwilioSignature signature = TwilioSignature.with(
                StoredSecret.named("twilio", secrets).rotating().clock(hands));
        assertThat(signature.verify(signedWith(OLD)).isAccepted()).isTrue();
        aws.secret("twilio", NEW);
        hands.now = Instant.EPOCH.plusSeconds(60);

        assertThat(signature.verify(signedWith(NEW)).isAccepted()).isTrue();
        assertThat(signature.verify(signedWith(NEW)).isAccepted()).isTrue();
        assertThat(aws.requests("GetSecretValue")).isEqualTo(2);
    }

    @Test
    void a_json_secret_has_several_secrets_and_settings() {
        aws.secret("survey", "{\"TWILIO_AUTH_TOKEN\": \"" + OLD + "\", \"SURVEY_KEY\": \" key \", \"PORT\": 8080}");
        StoredSecret secret = StoredSecret.named("survey", secrets);
        Settings settings = Settings.from(secret.asSettings());

        assertThat(TwilioSignature.with(secret.rotating("TWILIO_AUTH_TOKEN"))
                        .verify(signedWith(OLD))
                        .isAccepted())
                .isTrue();
        assertThat(settings.find("SURVEY_KEY")).hasValue("key");
        assertThat(settings.find("PORT")).hasValue("8080");
    }

    @Test
    void a_secret_without_a_value_says_so_and_one_that_is_no_json_is_not_quoted() {
        aws.secret("empty", " \n");
        aws.secret("text", "hush-hush");

        assertThatThrownBy(() -> StoredSecret.named("empty", secrets).read())
                .isInstanceOf(VaultException.class)
                .hasMessage("The secret empty is not set yet");
        assertThatThrownBy(() -> StoredSecret.named("text", secrets).read("key"))
                .hasMessage("The secret text is no JSON object of texts")
                .hasNoCause();
        assertThatThrownBy(() -> StoredSecret.named("none", secrets).read())
                .hasMessageContaining("The secret none cannot be read");
    }
}
