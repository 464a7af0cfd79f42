package dev.parlance.editor;

import java.util.List;

/** Files that another program has changed since they were read. */
final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ConflictException(List<String> files) {
        super("Another program has changed " + String.join(", ", files) + ". Nothing was saved.");
    }
}
