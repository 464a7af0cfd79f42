package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The name and password of a header {@code Authorization: Basic …}. */
final class BasicLogin {
    private BasicLogin() {}

    /** {@code name:password}; empty if it is no Base64 or nothing. */
    static Optional<Secret> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8))
                    .filter(login -> !login.isBlank())
                    .map(Secret::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
