package dev.parlance.aws.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.aws.Clients;
import dev.parlance.fake.MovableClock;
import dev.parlance.fake.aws.FakeAws;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;
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
    private final MovableClock clock = MovableClock.at(Instant.EPOCH);

    @AfterEach
    void stop() {
        parameters.close();
        secrets.close();
        aws.close();
    }

    private static WebhookRequest signedWith(String token) {
        WebhookRequest request =
                WebhookRequest.post("https://hooks.example.com/sms").withForm("Body", "hola");
        return TwilioSignature.of(Secret.of(token)).sign(request);
    }

    @Test
    void all_parameters_below_a_path_are_settings_without_surrounding_blanks() {
        for (int i = 0; i < 25; i++) {
            aws.parameter("/survey/P" + i, " value " + i + "\n");
        }
        aws.parameter("/surveys/P1", "another's");

        Settings settings = Settings.from(ParameterStore.in(parameters, "/survey"));

        assertThat(settings.find("P1")).hasValue("value 1");
        assertThat(settings.find("P24")).hasValue("value 24");
        assertThat(settings.find("P25")).isEmpty();
        assertThat(aws.requests("GetParametersByPath")).isEqualTo(3);
    }

    @Test
    void parameters_are_read_again_when_they_are_outdated() {
        aws.parameter("/survey/GREETING", "hola");
        ParameterStore store = ParameterStore.in(parameters, "/survey")
                .withRefreshInterval(Duration.ofMinutes(1))
                .withClock(clock);
        assertThat(store.find("GREETING")).hasValue("hola");
        aws.parameter("/survey/GREETING", "salut");

        clock.advanceTo(Instant.EPOCH.plusSeconds(59));
        assertThat(store.find("GREETING")).hasValue("hola");
        clock.advanceTo(Instant.EPOCH.plusSeconds(60));
        assertThat(store.find("GREETING")).hasValue("salut");
    }

    @Test
    void the_previous_values_stay_in_use_while_the_store_cannot_be_reached() {
        aws.parameter("/survey/GREETING", "hola");
        ParameterStore store = ParameterStore.in(parameters, "/survey")
                .withRefreshInterval(Duration.ofMinutes(1))
                .withClock(clock);
        store.find("GREETING");
        clock.advanceTo(Instant.EPOCH.plusSeconds(60));
        aws.failNext("GetParametersByPath", 400, "AccessDeniedException");

        assertThat(store.find("GREETING")).hasValue("hola");
    }

    @Test
    void a_secret_parameter_is_read_again_when_a_signature_does_not_match() {
        aws.parameter("/survey/TWILIO_AUTH_TOKEN", OLD + "\n");
        TwilioSignature signature = TwilioSignature.of(ParameterStore.in(parameters, "/survey")
                .rotating("TWILIO_AUTH_TOKEN")
                .withClock(clock));
        assertThat(signature.verify(signedWith(OLD)).isAccepted()).isTrue();
        aws.parameter("/survey/TWILIO_AUTH_TOKEN", NEW);
        clock.advanceTo(Instant.EPOCH.plusSeconds(60));

        assertThat(signature.verify(signedWith(NEW)).isAccepted()).isTrue();
        assertThat(aws.requests("GetParameter")).isEqualTo(2);
    }

    @Test
    void other_threads_get_the_previous_value_during_a_refresh() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger reads = new AtomicInteger();
        CachedValue<String> cached = new CachedValue<>(
                () -> {
                    if (reads.incrementAndGet() == 2) {
                        reading.countDown();
                        await(go);
                    }
                    return "value " + reads.get();
                },
                Duration.ofMinutes(1),
                clock);
        cached.get();
        clock.advanceTo(Instant.EPOCH.plusSeconds(60));
        CompletableFuture<String> slow = CompletableFuture.supplyAsync(cached::get);
        await(reading);

        assertThat(cached.get()).isEqualTo("value 1");

        go.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo("value 2");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_error_for_unreadable_parameters_names_their_path() {
        aws.failNext("GetParametersByPath", 400, "AccessDeniedException");

        assertThatThrownBy(() -> ParameterStore.in(parameters, "/survey").find("GREETING"))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("below /survey/")
                .hasMessageContaining("AccessDeniedException");
    }

    @Test
    void a_rotated_token_is_accepted_after_one_refresh() {
        aws.secret("twilio", OLD + "\n");
        TwilioSignature signature =
                TwilioSignature.of(StoredSecret.in(secrets, "twilio").rotating().withClock(clock));
        assertThat(signature.verify(signedWith(OLD)).isAccepted()).isTrue();
        aws.secret("twilio", NEW);
        clock.advanceTo(Instant.EPOCH.plusSeconds(60));

        assertThat(signature.verify(signedWith(NEW)).isAccepted()).isTrue();
        assertThat(signature.verify(signedWith(NEW)).isAccepted()).isTrue();
        assertThat(aws.requests("GetSecretValue")).isEqualTo(2);
    }

    @Test
    void a_json_secret_can_have_several_secrets_and_settings() {
        aws.secret("survey", "{\"TWILIO_AUTH_TOKEN\": \"" + OLD + "\", \"SURVEY_KEY\": \" key \", \"PORT\": 8080}");
        StoredSecret secret = StoredSecret.in(secrets, "survey");
        Settings settings = Settings.from(secret.asSettings());

        assertThat(TwilioSignature.of(secret.rotating("TWILIO_AUTH_TOKEN"))
                        .verify(signedWith(OLD))
                        .isAccepted())
                .isTrue();
        assertThat(settings.find("SURVEY_KEY")).hasValue("key");
        assertThat(settings.find("PORT")).hasValue("8080");
    }

    @Test
    void errors_name_an_empty_secret_and_never_quote_invalid_json() {
        aws.secret("empty", " \n");
        aws.secret("text", "hush-hush");

        assertThatThrownBy(() -> StoredSecret.in(secrets, "empty").read())
                .isInstanceOf(VaultException.class)
                .hasMessage("The secret empty has no value yet");
        assertThatThrownBy(() -> StoredSecret.in(secrets, "text").read("key"))
                .hasMessage("The secret text is not a JSON object of strings")
                .hasNoCause();
        assertThatThrownBy(() -> StoredSecret.in(secrets, "none").read())
                .hasMessageContaining("The secret none can't be read");
    }
}
