package dev.parlance.twiml;

import org.jspecify.annotations.Nullable;

/** A document that cannot be built as asked: the message says which element is at fault, and what to do instead. */
public final class TwimlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TwimlException(String message) {
        this(message, null);
    }

    TwimlException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
