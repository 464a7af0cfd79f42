package dev.parlance.account.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.settings.AccountSettings;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenEndpointTest {
    private static final WebhookRequest REQUEST = WebhookRequest.post("https://calls.example/api/token/generate");

    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    private TwilioAccount account;

    @BeforeEach
    void openTheAccount() {
        account = open(Optional.of("AP" + "0".repeat(32)));
    }

    private TwilioAccount open(Optional<String> application) {
        AccountSettings settings =
                AccountSettings.of(twilio.accountSid(), twilio.authToken()).withApiKey(twilio.apiKey());
        return TwilioAccount.open(
                application.map(settings::withVoiceApplicationSid).orElse(settings));
    }

    @AfterEach
    void closeTheAccount() {
        account.close();
    }

    private TokenEndpoint forAna() {
        return TokenEndpoint.of(account, request -> Optional.of("ana"));
    }

    private static String claims(WebhookResponse response) {
        String token = response.bodyText().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    @Test
    void a_signed_in_user_gets_a_token_for_an_hour_that_is_not_cached() {
        WebhookResponse response = forAna().respond(REQUEST);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.bodyText()).contains("\"identity\":\"ana\"").contains("\"seconds\":3600");
        assertThat(response.headers().first("Cache-Control")).contains("no-store");
        assertThat(claims(response)).contains("\"identity\":\"ana\"").contains("\"allow\":true");
    }

    @Test
    void without_a_signed_in_user_there_is_no_token() {
        WebhookResponse response =
                TokenEndpoint.of(account, request -> Optional.empty()).respond(REQUEST);

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.bodyText()).doesNotContain("token\"");
    }

    @Test
    void tokens_are_limited_per_user() {
        TokenEndpoint endpoint = forAna().withLimit(2, Duration.ofMinutes(1)).withClock(twilio.clock());

        assertThat(endpoint.respond(REQUEST).status()).isEqualTo(200);
        assertThat(endpoint.respond(REQUEST).status()).isEqualTo(200);
        WebhookResponse tooMany = endpoint.respond(REQUEST);
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.headers().first("Retry-After")).contains("60");

        twilio.advance(Duration.ofMinutes(1));
        assertThat(endpoint.respond(REQUEST).status()).isEqualTo(200);
    }

    @Test
    void a_token_is_valid_for_an_hour_at_most() {
        assertThat(forAna().withLifetime(Duration.ofMinutes(30))
                        .respond(REQUEST)
                        .bodyText())
                .contains("\"seconds\":1800");
        assertThatThrownBy(() -> forAna().withLifetime(Duration.ofHours(1_000)))
                .hasMessageContaining("one second to one hour");
    }

    @Test
    void a_token_can_be_for_outgoing_calls_only() {
        assertThat(claims(forAna().withOutgoingOnly().respond(REQUEST))).doesNotContain("incoming");
    }

    @Test
    void a_page_with_the_old_sdk_gets_a_capability_token() {
        assertThat(claims(forAna().withCapabilityTokens().respond(REQUEST)))
                .contains("scope:client:incoming?clientName=ana")
                .contains("scope:client:outgoing?appSid=AP");
    }

    @Test
    void an_application_is_required() {
        try (TwilioAccount without = open(Optional.empty())) {
            assertThatThrownBy(() -> TokenEndpoint.of(without, request -> Optional.of("ana")))
                    .hasMessageContaining("TWILIO_APP_SID");
        }
    }
}
