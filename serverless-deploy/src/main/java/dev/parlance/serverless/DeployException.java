package dev.parlance.serverless;

import dev.parlance.serverless.project.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be deployed or changed. The message says why, what is done already, and what to do.
 * What it quotes is {@linkplain VisibleText safe to print}.
 */
public final class DeployException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With this message. */
    public DeployException(String message) {
        super(VisibleText.of(message));
    }

    DeployException(String message, @Nullable Throwable cause) {
        super(VisibleText.of(message), cause);
    }
}
