package dev.parlance.account;

import java.util.Locale;

/** The events for which Twilio calls an application. */
public enum WebhookType {
    /** Incoming texts. */
    TEXTS,
    /** Incoming texts for which the webhook for {@link #TEXTS} failed. */
    FAILED_TEXTS,
    /** Incoming calls, and calls from browsers. */
    CALLS,
    /** Calls for which the webhook for {@link #CALLS} failed. */
    FAILED_CALLS,
    /** Ended calls. */
    ENDED_CALLS;

    /** The name in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
