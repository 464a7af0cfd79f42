package dev.parlance.twiml;

import org.jspecify.annotations.Nullable;

/** A document can't be built as requested. The message says which element is the problem, and what to do instead. */
public final class TwimlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TwimlException(String message) {
        this(message, null);
    }

    TwimlException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
