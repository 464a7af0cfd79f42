package dev.parlance.serverless;

import dev.parlance.account.RetryPolicy;
import dev.parlance.account.TwilioAccount;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Opens the account to deploy to. Its settings come from system properties, environment variables, then {@code .env.local}
 * and {@code .env} of the project. The {@code .env} file can also use the names of Twilio's Serverless Toolkit
 * ({@code ACCOUNT_SID}, {@code AUTH_TOKEN}).
 *
 * <pre>{@code
 * try (TwilioAccount account = ProjectAccount.open(Path.of("."))) {
 *     ServerlessDeployer.builder(account, FunctionsProject.in(Path.of("."))).build().plan().apply();
 * }
 * }</pre>
 *
 * <p>The account retries for longer than usual, because a deployment makes many requests and Twilio limits their rate.
 */
public final class ProjectAccount {
    private static final RetryPolicy PATIENT =
            new RetryPolicy(8, Duration.ofMinutes(2), Duration.ofMillis(500), Duration.ofSeconds(10));
    private static final Map<String, String> TOOLKIT_NAMES =
            Map.of("TWILIO_ACCOUNT_SID", "ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "AUTH_TOKEN");

    private ProjectAccount() {}

    /**
     * Opens the account without making a request. To use a fake instead of Twilio, set {@code TWILIO_BASE_URL}.
     *
     * @throws dev.parlance.settings.SettingsException listing all missing settings
     */
    public static TwilioAccount open(Path project) {
        SettingsSource file = SettingsSource.envFile(project.resolve(".env"));
        Settings settings = Settings.from(
                SettingsSource.systemProperties(),
                SettingsSource.environment(),
                SettingsSource.envFile(project.resolve(".env.local")),
                file,
                new ToolkitNames(file));
        TwilioAccount.Builder account =
                TwilioAccount.builder(AccountSettings.from(settings)).retries(PATIENT);
        settings.find("TWILIO_BASE_URL").map(URI::create).ifPresent(account::baseUrl);
        return account.build();
    }

    private record ToolkitNames(SettingsSource file) implements SettingsSource {
        @Override
        public Optional<String> find(String name) {
            return Optional.ofNullable(TOOLKIT_NAMES.get(name)).flatMap(file::find);
        }

        @Override
        public String description() {
            return "ACCOUNT_SID and AUTH_TOKEN in " + file.description();
        }
    }
}
