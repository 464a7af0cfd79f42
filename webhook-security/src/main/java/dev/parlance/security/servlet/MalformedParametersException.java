package dev.parlance.security.servlet;

import org.jspecify.annotations.Nullable;

/** A servlet reads parameters that can't be decoded, such as a signed query that is not in UTF-8. Becomes a 400. */
final class MalformedParametersException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    MalformedParametersException(Exception cause) {
        super(cause.getMessage(), cause);
    }

    /** The exception itself or its cause, because frameworks wrap what a servlet throws; null if it is another one. */
    static @Nullable MalformedParametersException in(Exception thrown) {
        return thrown instanceof MalformedParametersException direct
                ? direct
                : thrown.getCause() instanceof MalformedParametersException cause ? cause : null;
    }
}
