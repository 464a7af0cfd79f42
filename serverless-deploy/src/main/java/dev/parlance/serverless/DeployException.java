package dev.parlance.serverless;

import dev.parlance.serverless.project.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when something cannot be deployed or changed. The message gives the reason, what was already done, and what to do.
 * It is {@linkplain VisibleText safe to print}.
 */
public final class DeployException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates an exception with this message. */
    public DeployException(String message) {
        super(VisibleText.of(message));
    }

    DeployException(String message, @Nullable Throwable cause) {
        super(VisibleText.of(message), cause);
    }
}
