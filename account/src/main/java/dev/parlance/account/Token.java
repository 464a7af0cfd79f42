package dev.parlance.account;

import java.time.Instant;

/**
 * A signed token for a phone in a browser or an app.
 *
 * @param value the token in plain text: anyone who has it can use it until it expires
 * @param expires when it expires
 */
public record Token(String value, Instant expires) {
    /** Shows only the expiry, not the token. */
    @Override
    public String toString() {
        return "Token[expires=" + expires + "]";
    }
}
