package dev.parlance.account;

import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsSource;
import java.net.URI;
import java.nio.file.Path;

/**
 * Opens the account of an {@code .env} file, for commands and builds. System properties and environment variables come first.
 *
 * <pre>{@code
 * try (TwilioAccount account = AccountFile.open(Path.of(".env"))) {
 *     WhatsAppTemplates.of(survey).apply(account.contents());
 * }
 * }</pre>
 */
public final class AccountFile {
    private AccountFile() {}

    /**
     * Opens the account without making a request. To use a fake instead of Twilio, set {@code TWILIO_BASE_URL}.
     *
     * @throws dev.parlance.settings.SettingsException listing all missing settings
     */
    public static TwilioAccount open(Path file) {
        Settings settings = Settings.from(
                SettingsSource.systemProperties(), SettingsSource.environment(), SettingsSource.envFile(file));
        TwilioAccount.Builder account = TwilioAccount.builder(AccountSettings.from(settings));
        settings.find("TWILIO_BASE_URL").map(URI::create).ifPresent(account::baseUrl);
        return account.build();
    }
}
