package dev.parlance.account;

import java.time.Instant;

/**
 * A signed token for a phone in a browser or an app.
 *
 * @param value the token, in clear: whoever has it can use it until it expires
 * @param expires when that is
 */
public record Token(String value, Instant expires) {
    /** When it expires; never the token. */
    @Override
    public String toString() {
        return "Token[expires=" + expires + "]";
    }
}
