package dev.parlance.editor;

/** A change that can't be made. The message is for the person at the page. */
final class EditException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EditException(String message) {
        super(message);
    }

    EditException(String message, Throwable cause) {
        super(message, cause);
    }
}
