package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The name and password in an {@code Authorization: Basic …} header. */
final class BasicLogin {
    private BasicLogin() {}

    /** {@code name:password}; empty if the text is blank or not Base64. */
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
