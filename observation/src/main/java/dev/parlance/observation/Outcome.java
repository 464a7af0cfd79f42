package dev.parlance.observation;

/** How something that was observed ended. */
enum Outcome {
    SUCCESS,
    /** By the application or by Twilio, on purpose. */
    REFUSED,
    /** Nobody knows whether it was done. */
    UNKNOWN,
    ERROR;

    /** The outcome of a webhook by the status of its response. */
    static Outcome ofStatus(int status) {
        return status >= 500 ? ERROR : status >= 400 ? REFUSED : SUCCESS;
    }
}
