package dev.parlance.simulator.traffic;

import java.util.Locale;

/** The kinds of traffic. */
public enum Kind {
    /** A webhook that asks the application what to do. */
    WEBHOOK,
    /** A webhook that reports what happened. */
    CALLBACK,
    /** A request to the API. */
    API,
    /** An error or warning in Twilio's debugger. */
    ALERT,
    /** An injected fault. */
    FAULT;

    /** The name in the page's JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
