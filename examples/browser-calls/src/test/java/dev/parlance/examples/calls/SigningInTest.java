package dev.parlance.examples.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.account.TwilioAccount;
import dev.parlance.account.browser.TokenEndpoint;
import dev.parlance.fake.browser.FakeVoiceGateway;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookServer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens for the page, in a real browser with Twilio's own SDK. */
class SigningInTest {
    @Order(1)
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @Order(2)
    @RegisterExtension
    static final Browsers browsers = new Browsers(twilio);

    @Test
    void initialisation_with_valid_credentials() {
        browsers.signInAna();

        assertThat(browsers.signals())
                .containsExactly(
                        "a page -> signalling: listen",
                        "signalling -> client:ana: connected",
                        "client:ana -> signalling: register",
                        "signalling -> client:ana: ready");
        assertThat(FakeVoiceGateway.of(twilio).isRegistered("ana")).isTrue();
    }

    /** Gives the page a token from another account. */
    private void assertInitialisationFails(AccountSettings.ApiKey key, Clock clock, String problem) {
        AccountSettings wrong = browsers.settings().withApiKey(key);
        try (TwilioAccount other =
                TwilioAccount.builder(wrong).baseUrl(twilio.url()).clock(clock).build()) {
            WebhookHandler tokens = TokenEndpoint.of(other, request -> Optional.of("ana"));
            WebhookHandler either = request ->
                    (request.path().equals("/api/token/generate") ? tokens : browsers.routes()).handle(request);
            try (WebhookServer wrongServer = WebhookServer.start(0, either)) {
                browsers.ana().signIn(wrongServer.url(), "ana").problem(problem);
            }
        }
        assertThat(browsers.signals())
                .startsWith(
                        "a page -> signalling: listen", "signalling -> a page: error", "signalling -> a page: close");
        assertThat(FakeVoiceGateway.of(twilio).isRegistered("ana")).isFalse();
    }

    @Test
    void initialisation_with_an_invalid_account() {
        AccountSettings.ApiKey unknown = new AccountSettings.ApiKey("SK" + "9".repeat(32), Secret.of("9".repeat(32)));
        assertInitialisationFails(unknown, Clock.systemUTC(), "The token is invalid");
    }

    @Test
    void initialisation_with_an_invalid_secret() {
        String sid = browsers.settings().apiKey().orElseThrow().sid();
        AccountSettings.ApiKey wrong = new AccountSettings.ApiKey(sid, Secret.of("9".repeat(32)));
        assertInitialisationFails(wrong, Clock.systemUTC(), "The token is invalid");
    }

    @Test
    void initialisation_with_an_expired_token() {
        Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
        assertInitialisationFails(browsers.settings().apiKey().orElseThrow(), yesterday, "The token has expired");
    }
}
