package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds settings that can't be right, when the application starts. */
final class SecretChecks {
    /** Each of them is tried on a forged request of up to the body limit. */
    private static final int MOST = 16;

    private static final Pattern PADDED =
            Pattern.compile("[\\s\\h\\v\\ufeff\\u200b].*|.*[\\s\\h\\v\\ufeff\\u200b]", Pattern.DOTALL);

    private SecretChecks() {}

    /** For settings that come from where null is possible, such as {@code System.getenv}. */
    static <T> T present(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException(what + " is null: is its setting or environment variable set?");
        }
        return value;
    }

    static List<Secret> usable(List<Secret> secrets) {
        few(secrets).forEach(SecretChecks::usable);
        return secrets;
    }

    static Secret usable(@Nullable String secret) {
        return usable(Secret.of(present(secret, "The secret")));
    }

    private static Secret usable(Secret secret) {
        String text = secret.reveal();
        if (PADDED.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "A secret begins or ends with a blank or a line break, which Twilio's and Slack's never do: strip it");
        }
        if (text.contains("${")) {
            throw new IllegalArgumentException(
                    "A secret has a placeholder ${…} that was not replaced by its value: set what it names");
        }
        return secret;
    }

    static List<Secret> few(List<Secret> secrets) {
        if (secrets.size() > MOST) {
            throw new IllegalArgumentException(
                    "There are " + secrets.size() + " secrets to try on one request, and at most " + MOST
                            + " are allowed: give each account its own by Secrets.perSigner");
        }
        return secrets;
    }
}
