package dev.parlance.aws.settings;

/** Thrown when settings or secrets can't be read. */
public final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1;

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }

    VaultException(String message) {
        super(message);
    }
}
