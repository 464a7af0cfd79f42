package dev.parlance.serverless.project;

import java.util.Locale;

/** Who can reach a function or asset by its URL. */
public enum Visibility {
    /** Everyone. */
    PUBLIC,
    /** Only requests with a valid Twilio signature. */
    PROTECTED,
    /** No one; only other functions of the service can use it. */
    PRIVATE;

    /** Parses Twilio's name, ignoring case. */
    public static Visibility of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Twilio's name, in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
