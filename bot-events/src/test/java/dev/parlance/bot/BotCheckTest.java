package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.SlackSignature;
import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsException;
import dev.parlance.settings.SettingsSource;
import dev.parlance.testkit.workspace.SlackFault;
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
    private final Office office = new Office();
    private WebhookServer server;
    private BotEvents bot;

    @BeforeEach
    void startTheBot() {
        bot = BotEvents.verifiedBy(SlackSignature.withSecret(office.app.signingSecret()), office.client)
                .onMention((mention, reply) -> {})
                .onDirectMessage((message, reply) -> {})
                .build();
        server = WebhookServer.start(0, Router.create().post("/twilio/events", bot));
    }

    @AfterEach
    void closeAll() {
        server.close();
        bot.close();
        office.close();
    }

    private BotSettings settings() {
        return new BotSettings(
                Secret.of(office.app.token()),
                Secret.of(office.app.signingSecret()),
                Optional.of(office.app.userId()),
                Optional.of(office.app.clientId()),
                Optional.empty());
    }

    private BotSettings withToken(String token) {
        BotSettings good = settings();
        return new BotSettings(
                Secret.of(token), good.signingSecret(), good.userId(), good.clientId(), good.publicUrl());
    }

    private BotSettings withSecret(String secret, Optional<String> clientId) {
        BotSettings good = settings();
        return new BotSettings(good.token(), Secret.of(secret), good.userId(), clientId, good.publicUrl());
    }

    private BotSettings withUserId(String id) {
        BotSettings good = settings();
        return new BotSettings(good.token(), good.signingSecret(), Optional.of(id), good.clientId(), good.publicUrl());
    }

    private List<Finding> check(BotSettings settings, String path) {
        try (BotClient client = BotClient.with(settings.token())
                .api(office.workspace.api())
                .sleeper(pause -> {})
                .build()) {
            return BotCheck.of(settings, client)
                    .scopes(bot.scopes())
                    .url(URI.create(server.url() + path))
                    .run();
        }
    }

    private List<Finding> check(BotSettings settings) {
        return check(settings, "/twilio/events");
    }

    private static void assertWrong(List<Finding> findings, String subject, String... saying) {
        assertThat(findings.stream().filter(one -> one.outcome() == Finding.Outcome.WRONG))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.subject()).isEqualTo(subject);
                    assertThat(one.text()).contains(saying);
                });
    }

    @Test
    void what_is_set_up_well_is_fine_throughout() {
        List<Finding> findings = check(settings());

        assertThat(findings).extracting(Finding::outcome).containsOnly(Finding.Outcome.FINE);
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly(
                        "SLACK_BOT_TOKEN", "SLACK_BOT_USER_ID", "scopes", "SLACK_SIGNING_SECRET", "URL", "URL");
    }

    @Test
    void an_apps_id_in_place_of_the_bots_user_id_is_found() {
        assertWrong(check(withUserId(office.app.appId())), "SLACK_BOT_USER_ID", "app's id", office.app.userId());
    }

    @Test
    void a_bots_id_in_place_of_its_user_id_is_found() {
        assertWrong(check(withUserId(office.app.botId())), "SLACK_BOT_USER_ID", "bot and not of its user");
    }

    @Test
    void the_client_secret_in_place_of_the_signing_secret_is_found() {
        List<Finding> findings = check(withSecret(office.app.clientSecret(), Optional.of(office.app.clientId())));

        assertThat(findings)
                .filteredOn(one -> one.subject().equals("SLACK_SIGNING_SECRET"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.outcome()).isEqualTo(Finding.Outcome.WRONG);
                    assertThat(one.text()).contains("Client Secret").contains("stands below it");
                });
        assertThat(findings).anyMatch(one -> one.text().contains("does the bot that runs there have the same one?"));
    }

    @Test
    void without_the_client_id_the_two_secrets_cannot_be_told_apart_and_it_says_so() {
        assertThat(check(withSecret(office.app.signingSecret(), Optional.empty())))
                .filteredOn(one -> one.subject().equals("SLACK_SIGNING_SECRET"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.outcome()).isEqualTo(Finding.Outcome.UNKNOWN);
                    assertThat(one.text()).contains("SLACK_CLIENT_ID");
                });
    }

    @Test
    void an_answer_that_says_the_same_of_a_secret_that_is_surely_wrong_says_nothing() {
        office.workspace.next("oauth.v2.access", SlackFault.error("invalid_code"));

        assertThat(check(settings()))
                .filteredOn(one -> one.subject().equals("SLACK_SIGNING_SECRET"))
                .singleElement()
                .extracting(Finding::outcome)
                .isEqualTo(Finding.Outcome.UNKNOWN);
    }

    @Test
    void the_scope_that_the_guide_leaves_out_is_found() {
        office.workspace
                .app("AsInTheGuide")
                .scopes("app_mentions:read", "chat:write", "channels:history", "commands")
                .install();

        List<Finding> findings =
                check(withToken(office.workspace.app("AsInTheGuide").token()));

        assertThat(findings)
                .filteredOn(one -> one.subject().equals("scopes"))
                .singleElement()
                .asString()
                .contains("missing: im:history;")
                .contains("install the app again");
    }

    @Test
    void scopes_that_are_not_needed_are_named() {
        assertThat(check(settings()))
                .filteredOn(one -> one.subject().equals("scopes"))
                .singleElement()
                .asString()
                .contains("not needed: channels:history, commands, users:read");
    }

    @ParameterizedTest
    @CsvSource({
        "xoxp-0, a user's token",
        "xapp-0, an app-level token",
        "00000000000000000000000000000000, a secret of the app",
        "hello, no token of Slack's",
        "xoxb-unknown, invalid_auth"
    })
    void a_token_that_is_not_the_bots_is_found(String token, String saying) {
        assertWrong(check(withToken(token)), "SLACK_BOT_TOKEN", saying);
    }

    @Test
    void a_secret_that_cannot_be_one_is_found() {
        assertThat(check(withSecret("short", Optional.empty())).stream()
                        .filter(one -> one.subject().equals("SLACK_SIGNING_SECRET")))
                .singleElement()
                .asString()
                .contains("of 5 characters")
                .doesNotContain("short");
    }

    @Test
    void a_bot_that_runs_with_another_secret_is_found() {
        assertWrong(
                check(withSecret("0".repeat(31) + "1", Optional.empty())),
                "URL",
                "HTTP 403",
                "does the bot that runs there have the same one?");
    }

    @Test
    void a_path_at_which_nothing_is_is_found() {
        assertWrong(check(settings(), "/slack/events"), "URL", "HTTP 404", "/twilio/events");
    }

    @Test
    void a_url_that_nobody_answers_is_found() {
        server.close();

        assertWrong(check(settings()), "URL", "does the tunnel lead to its port?");
    }

    @Test
    void something_else_that_answers_everything_is_found() {
        try (WebhookServer other = WebhookServer.start(0, request -> WebhookResponse.text("It works!"))) {
            List<Finding> findings = BotCheck.of(settings(), office.client)
                    .url(URI.create(other.url() + "/twilio/events"))
                    .run();

            assertThat(findings.stream().filter(one -> one.subject().equals("URL")))
                    .extracting(Finding::text)
                    .containsExactly(
                            "the answer is HTTP 200: what answers there is not the bot: it does not know the challenge",
                            "it answers what is signed wrongly with HTTP 200: anybody can speak to the bot in the"
                                    + " workspace's name");
        }
    }

    @Test
    void settings_that_are_missing_are_told_all_at_once() {
        Settings none = Settings.from(SettingsSource.named("a map", Map.of("PUBLIC_URL", "not a url")));

        SettingsException e = Assertions.catchThrowableOfType(SettingsException.class, () -> BotSettings.from(none));

        assertThat(e)
                .hasMessageContaining("SLACK_BOT_TOKEN is missing")
                .hasMessageContaining("SLACK_SIGNING_SECRET is missing: the Signing Secret")
                .hasMessageContaining("PUBLIC_URL");
    }

    @Test
    void no_secret_is_in_anything_that_it_says() {
        BotSettings settings = withSecret(office.app.clientSecret(), Optional.of(office.app.clientId()));

        assertThat(check(settings).toString())
                .doesNotContain(office.app.clientSecret())
                .doesNotContain(office.app.token());
        assertThat(settings.toString()).doesNotContain(office.app.clientSecret());
        assertThat(bot.scopes()).isEqualTo(Set.of("app_mentions:read", "chat:write", "im:history"));
    }
}
