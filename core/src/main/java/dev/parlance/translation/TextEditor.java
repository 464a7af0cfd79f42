package dev.parlance.translation;

import java.util.Optional;

/** Changes entries of a prompt file's text and leaves everything else as it is. */
interface TextEditor {
    /** Replaces the value of an existing entry. */
    void replace(String key, String value);

    /** Adds an entry, after another one if there is one to follow, otherwise at the end. */
    void add(String key, String value, Optional<String> after);

    /** Removes an existing entry with its line. Comments around it stay. */
    void remove(String key);

    /** The text with all changes. */
    String text();
}
