package dev.parlance.account;

import java.util.Locale;

/** What Twilio asks an application about. */
public enum Hook {
    /** A text came. */
    TEXTS,
    /** A call came, or is made from a browser. */
    CALLS;

    /** In small letters. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
