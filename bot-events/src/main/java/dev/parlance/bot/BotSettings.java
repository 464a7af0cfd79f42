package dev.parlance.bot;

import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsReader;
import java.net.URI;
import java.util.Optional;

/**
 * The settings of a bot.
 *
 * <pre>{@code
 * BotSettings bot = BotSettings.from(Settings.standard());
 * BotClient client = BotClient.of(bot.token());
 * }</pre>
 *
 * <p>Reading only checks that the values exist. Use {@link BotCheck} to check that they are the right ones.
 *
 * @param token {@code SLACK_BOT_TOKEN}: the Bot User OAuth Token, {@code xoxb-…}
 * @param signingSecret {@code SLACK_SIGNING_SECRET}: the Signing Secret of "Basic Information"
 * @param userId {@code SLACK_BOT_USER_ID}: the bot's user id; only compared with that of the token
 * @param clientId {@code SLACK_CLIENT_ID}: not secret; lets {@link BotCheck} distinguish the Signing Secret from the Client
 *     Secret
 * @param publicUrl {@code PUBLIC_URL}: the URL of the application on the internet
 */
public record BotSettings(
        Secret token,
        Secret signingSecret,
        Optional<String> userId,
        Optional<String> clientId,
        Optional<URI> publicUrl) {
    /**
     * Reads the settings of a bot.
     *
     * @throws dev.parlance.settings.SettingsException listing everything that is missing or malformed
     */
    public static BotSettings from(Settings settings) {
        SettingsReader read = settings.reader();
        Optional<Secret> token = read.required(
                "SLACK_BOT_TOKEN", "the Bot User OAuth Token of \"OAuth & Permissions\", xoxb-…", Secret::of);
        Optional<Secret> signingSecret = read.required(
                "SLACK_SIGNING_SECRET",
                "the Signing Secret of \"Basic Information\", 32 hexadecimal digits",
                Secret::of);
        Optional<String> userId = read.optional("SLACK_BOT_USER_ID", "the bot's user id, U…", text -> text);
        Optional<String> clientId = read.optional("SLACK_CLIENT_ID", "two numbers separated by a dot", text -> text);
        Optional<URI> publicUrl = read.optional("PUBLIC_URL", "an absolute URL", BotSettings::absolute);
        read.failOnProblems();
        return new BotSettings(token.orElseThrow(), signingSecret.orElseThrow(), userId, clientId, publicUrl);
    }

    private static URI absolute(String text) {
        URI url = URI.create(text);
        if (url.getHost() == null) {
            throw new IllegalArgumentException("no host");
        }
        return url;
    }
}
