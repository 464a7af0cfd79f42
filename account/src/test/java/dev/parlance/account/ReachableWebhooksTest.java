package dev.parlance.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which webhooks Twilio can reach. */
class ReachableWebhooksTest {
    private final AccountSettings settings = AccountSettings.of("AC" + "0".repeat(32), Secret.of("0".repeat(32)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/voice",
                "http://LOCALHOST/voice",
                "http://127.0.0.1/voice",
                "http://10.1.2.3/voice",
                "http://172.16.0.1/voice",
                "http://192.168.1.2:8080/voice",
                "http://169.254.169.254/voice",
                "http://[::1]:8080/voice",
                "http://[fd00::1]/voice",
                "http://app:8080/voice",
                "http://laptop.local/voice",
                "http://db.internal/voice",
                "/voice"
            })
    void a_private_address_cannot_be_reached_by_twilio(String url) {
        try (TwilioAccount account = TwilioAccount.open(settings)) {
            assertThat(account.canReach(URI.create(url))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com/voice",
                "https://203.0.113.7/voice",
                "https://[2001:db8::7]/voice",
                "https://172.32.0.1/voice"
            })
    void a_public_address_can_be_reached(String url) {
        try (TwilioAccount account = TwilioAccount.open(settings)) {
            assertThat(account.canReach(URI.create(url))).isTrue();
        }
    }

    @Test
    void a_fake_on_this_machine_reaches_everything() {
        try (TwilioAccount account = TwilioAccount.builder(settings)
                .baseUrl(URI.create("http://localhost:1234"))
                .build()) {
            assertThat(account.canReach(URI.create("http://localhost:8080/voice")))
                    .isTrue();
        }
    }
}
