package dev.parlance.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A password, token or key. It stays masked until you call {@link #reveal}.
 *
 * <pre>{@code
 * Secret password = Secret.of("not for the log");
 * log.info("password {}", password);        // password ••••
 * byte[] bytes = password.reveal().getBytes(StandardCharsets.UTF_8);
 * }</pre>
 */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a secret.
     *
     * @throws IllegalArgumentException if it is blank, or null because a setting or an environment variable is missing
     */
    public static Secret of(String value) {
        if (value == null) {
            throw new IllegalArgumentException("The secret is null: is its setting or environment variable set?");
        }
        if (value.isBlank()) {
            throw new IllegalArgumentException("A secret cannot be blank");
        }
        return new Secret(value);
    }

    /** The secret, unmasked. */
    public String reveal() {
        return value;
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Four dots. */
    @Override
    public String toString() {
        return "••••";
    }
}
