package dev.parlance.pages.testing;

import java.util.Locale;

/** The colour scheme that the system prefers. */
public enum Theme {
    LIGHT,
    DARK;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
