package dev.parlance.survey.store;

/** A store that cannot be reached, or cannot be used. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What was tried, with what went wrong. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
