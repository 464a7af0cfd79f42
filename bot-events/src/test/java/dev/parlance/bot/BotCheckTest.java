package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.slack.SlackFault;
import dev.parlance.security.SlackSignature;
import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsException;
import dev.parlance.settings.SettingsSource;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotCheckTest {
    private final BotFixture fixture = new BotFixture();
    private WebhookServer server;
    private BotEvents bot;

    @BeforeEach
    void setUp() {
        bot = BotEvents.builder(fixture.client, SlackSignature.of(fixture.app.signingSecret()))
                .onMention((mention, reply) -> {})
                .onDirectMessage((message, reply) -> {})
                .build();
        server = WebhookServer.start(0, Router.create().post("/twilio/events", bot));
    }

    @AfterEach
    void tearDown() {
        server.close();
        bot.close();
        fixture.close();
    }

    private BotSettings settings() {
        return new BotSettings(
                Secret.of(fixture.app.token()),
                fixture.app.signingSecret(),
                Optional.of(fixture.app.userId()),
                Optional.of(fixture.app.clientId()),
                Optional.empty());
    }

    private BotSettings withToken(String token) {
        BotSettings good = settings();
        return new BotSettings(
                Secret.of(token), good.signingSecret(), good.userId(), good.clientId(), good.publicUrl());
    }

    private BotSettings withSecret(Secret secret, Optional<String> clientId) {
        BotSettings good = settings();
        return new BotSettings(good.token(), secret, good.userId(), clientId, good.publicUrl());
    }

    private BotSettings withUserId(String id) {
        BotSettings good = settings();
        return new BotSettings(good.token(), good.signingSecret(), Optional.of(id), good.clientId(), good.publicUrl());
    }

    private List<Finding> check(BotSettings settings, String path) {
        try (BotClient client = BotClient.builder(settings.token())
                .api(fixture.workspace.api())
                .pauses(pause -> {}, () -> 0)
                .build()) {
            return BotCheck.of(client, settings)
                    .withScopes(bot.scopes())
                    .withUrl(URI.create(server.url() + path))
                    .run();
        }
    }

    private List<Finding> check(BotSettings settings) {
        return check(settings, "/twilio/events");
    }

    private static void assertWrong(List<Finding> findings, String subject, String... texts) {
        assertThat(findings.stream().filter(finding -> finding.outcome() == Finding.Outcome.PROBLEM))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.subject()).isEqualTo(subject);
                    assertThat(finding.text()).contains(texts);
                });
    }

    @Test
    void a_correct_setup_has_only_fine_findings() {
        List<Finding> findings = check(settings());

        assertThat(findings).extracting(Finding::outcome).containsOnly(Finding.Outcome.OK);
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly(
                        "SLACK_BOT_TOKEN", "SLACK_BOT_USER_ID", "scopes", "SLACK_SIGNING_SECRET", "URL", "URL");
    }

    @Test
    void an_app_id_instead_of_the_user_id_is_found() {
        assertWrong(check(withUserId(fixture.app.appId())), "SLACK_BOT_USER_ID", "an app id", fixture.app.userId());
    }

    @Test
    void a_bot_id_instead_of_the_user_id_is_found() {
        assertWrong(check(withUserId(fixture.app.botId())), "SLACK_BOT_USER_ID", "a bot id, not a user id");
    }

    @Test
    void a_client_secret_instead_of_the_signing_secret_is_found() {
        List<Finding> findings =
                check(withSecret(Secret.of(fixture.app.clientSecret()), Optional.of(fixture.app.clientId())));

        assertThat(findings)
                .filteredOn(finding -> finding.subject().equals("SLACK_SIGNING_SECRET"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.outcome()).isEqualTo(Finding.Outcome.PROBLEM);
                    assertThat(finding.text()).contains("Client Secret").contains("below it");
                });
        assertThat(findings).anyMatch(finding -> finding.text().contains("check that it runs with the same secret"));
    }

    @Test
    void without_a_client_id_the_secrets_cannot_be_distinguished() {
        assertThat(check(withSecret(fixture.app.signingSecret(), Optional.empty())))
                .filteredOn(finding -> finding.subject().equals("SLACK_SIGNING_SECRET"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.outcome()).isEqualTo(Finding.Outcome.UNKNOWN);
                    assertThat(finding.text()).contains("SLACK_CLIENT_ID");
                });
    }

    @Test
    void an_answer_that_also_accepts_a_wrong_secret_proves_nothing() {
        fixture.workspace.failNext("oauth.v2.access", SlackFault.error("invalid_code"));

        assertThat(check(settings()))
                .filteredOn(finding -> finding.subject().equals("SLACK_SIGNING_SECRET"))
                .singleElement()
                .extracting(Finding::outcome)
                .isEqualTo(Finding.Outcome.UNKNOWN);
    }

    @Test
    void a_missing_scope_is_found() {
        fixture.workspace
                .app("MissingScope")
                .scopes("app_mentions:read", "chat:write", "channels:history", "commands")
                .install();

        List<Finding> findings =
                check(withToken(fixture.workspace.app("MissingScope").token()));

        assertThat(findings)
                .filteredOn(finding -> finding.subject().equals("scopes"))
                .singleElement()
                .asString()
                .contains("missing: im:history;")
                .contains("install the app again");
    }

    @Test
    void unused_scopes_are_listed() {
        assertThat(check(settings()))
                .filteredOn(finding -> finding.subject().equals("scopes"))
                .singleElement()
                .asString()
                .contains("not needed: channels:history, commands, users:read");
    }

    @ParameterizedTest
    @CsvSource({
        "xoxp-0, a user token",
        "xapp-0, an app-level token",
        "00000000000000000000000000000000, a secret of the app",
        "hello, not a Slack token",
        "xoxb-unknown, invalid_auth"
    })
    void a_wrong_token_is_found(String token, String text) {
        assertWrong(check(withToken(token)), "SLACK_BOT_TOKEN", text);
    }

    @Test
    void a_malformed_signing_secret_is_found() {
        assertThat(check(withSecret(Secret.of("short"), Optional.empty())).stream()
                        .filter(finding -> finding.subject().equals("SLACK_SIGNING_SECRET")))
                .singleElement()
                .asString()
                .contains("has 5 characters")
                .doesNotContain("short");
    }

    @Test
    void a_bot_with_a_different_secret_is_found() {
        assertWrong(
                check(withSecret(Secret.of("0".repeat(31) + "1"), Optional.empty())),
                "URL",
                "HTTP 403",
                "check that it runs with the same secret");
    }

    @Test
    void a_wrong_path_is_found() {
        assertWrong(check(settings(), "/slack/events"), "URL", "HTTP 404", "/twilio/events");
    }

    @Test
    void an_unreachable_url_is_found() {
        server.close();

        assertWrong(check(settings()), "URL", "the tunnel leads to its port");
    }

    @Test
    void a_server_other_than_the_bot_is_found() {
        try (WebhookServer other = WebhookServer.start(0, request -> WebhookResponse.text("It works!"))) {
            List<Finding> findings = BotCheck.of(fixture.client, settings())
                    .withUrl(URI.create(other.url() + "/twilio/events"))
                    .run();

            assertThat(findings.stream().filter(finding -> finding.subject().equals("URL")))
                    .extracting(Finding::text)
                    .containsExactly(
                            "the response is HTTP 200: another server answers there, not the bot; it did not return the"
                                    + " challenge",
                            "answers a request with an invalid signature with HTTP 200: anyone can send requests to the"
                                    + " bot in Slack's name");
        }
    }

    @Test
    void all_missing_settings_are_reported_together() {
        Settings none = Settings.from(SettingsSource.of("a map", Map.of("PUBLIC_URL", "not a url")));

        SettingsException e = Assertions.catchThrowableOfType(SettingsException.class, () -> BotSettings.from(none));

        assertThat(e)
                .hasMessageContaining("SLACK_BOT_TOKEN is missing")
                .hasMessageContaining("SLACK_SIGNING_SECRET is missing: the Signing Secret")
                .hasMessageContaining("PUBLIC_URL");
    }

    @Test
    void findings_and_settings_contain_no_secrets() {
        BotSettings settings = withSecret(Secret.of(fixture.app.clientSecret()), Optional.of(fixture.app.clientId()));

        assertThat(check(settings).toString())
                .doesNotContain(fixture.app.clientSecret())
                .doesNotContain(fixture.app.token());
        assertThat(settings.toString()).doesNotContain(fixture.app.clientSecret());
        assertThat(bot.scopes()).isEqualTo(Set.of("app_mentions:read", "chat:write", "im:history"));
    }
}
