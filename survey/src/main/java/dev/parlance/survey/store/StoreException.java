package dev.parlance.survey.store;

/** Thrown when a store can't be reached or used. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An exception with this message and cause. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
