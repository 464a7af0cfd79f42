package dev.parlance.serverless.project;

import java.util.Locale;

/** Who may reach a function or an asset by its URL. */
public enum Visibility {
    /** Everybody. */
    PUBLIC,
    /** Whoever signs the request as Twilio does. */
    PROTECTED,
    /** Nobody: it is there for other functions. */
    PRIVATE;

    /** Reads what Twilio says, in any case. */
    public static Visibility of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** As Twilio says it: in small letters. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
