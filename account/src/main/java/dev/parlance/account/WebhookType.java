package dev.parlance.account;

import java.util.Locale;

/** The kinds of events for which Twilio calls an application. */
public enum WebhookType {
    /** Incoming texts. */
    TEXTS,
    /** Incoming calls, and calls from browsers. */
    CALLS;

    /** The name in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
