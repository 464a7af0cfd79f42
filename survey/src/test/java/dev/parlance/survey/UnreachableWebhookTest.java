package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.testkit.ForEachTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls whose webhook Twilio can't reach. */
class UnreachableWebhookTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private static List<String> logOf(TwilioAccount account, String webhook) {
        return LogOfSurveys.during(() -> Surveys.builder(Coffee.survey().build())
                .inMemory()
                .callPlacer(account, URI.create(webhook))
                .build());
    }

    @Test
    void a_real_account_with_a_webhook_on_this_machine_is_logged_as_a_warning() {
        AccountSettings settings = AccountSettings.of("AC" + "0".repeat(32), Secret.of("0".repeat(32)));
        try (TwilioAccount account = TwilioAccount.open(settings)) {
            assertThat(logOf(account, "http://localhost:8080/voice"))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "Twilio can't reach the voice webhook at http://localhost:8080/voice, so calls will fail");
            assertThat(logOf(account, "https://hooks.example.com/voice")).isEmpty();
        }
    }

    @Test
    void the_fake_can_reach_this_machine() {
        try (TwilioAccount account =
                TwilioAccount.builder(twilio.settings()).baseUrl(twilio.url()).build()) {
            assertThat(logOf(account, "http://localhost:8080/voice")).isEmpty();
        }
    }
}
