package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rejects invalid settings when the application starts. */
final class SecretChecks {
    /** A forged request costs one signature per secret. */
    private static final int MAX_SECRETS = 16;

    private static final Pattern PADDED =
            Pattern.compile("[\\s\\h\\v\\ufeff\\u200b].*|.*[\\s\\h\\v\\ufeff\\u200b]", Pattern.DOTALL);

    private SecretChecks() {}

    /** For settings that may be null, such as those from {@code System.getenv}. */
    static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is null: is its setting or environment variable set?");
        }
        return value;
    }

    static List<Secret> usable(List<Secret> secrets) {
        few(secrets).forEach(SecretChecks::usable);
        return secrets;
    }

    static Secret usable(@Nullable Secret secret) {
        String text = present(secret, "The secret").reveal();
        if (PADDED.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "A secret starts or ends with a space or a line break; secrets of Twilio and Slack never do: strip it");
        }
        if (text.contains("${")) {
            throw new IllegalArgumentException(
                    "A secret contains an unresolved placeholder ${…}: set the variable that it names");
        }
        return secret;
    }

    static List<Secret> few(List<Secret> secrets) {
        if (secrets.size() > MAX_SECRETS) {
            throw new IllegalArgumentException(
                    "There are " + secrets.size() + " secrets to try per request, but at most " + MAX_SECRETS
                            + " are allowed: assign secrets to accounts with Secrets.perSigner");
        }
        return secrets;
    }
}
