package dev.parlance.translation;

import java.util.OptionalInt;

/**
 * What a translator must know about a prompt to translate it.
 *
 * @param description where the prompt is used: {@code an option of the question "drink": What would you like?}
 * @param maxLength the most characters that fit, for example on a button
 */
public record PromptContext(String description, OptionalInt maxLength) {
    static final PromptContext NONE = new PromptContext("", OptionalInt.empty());

    /** A context without a limit. */
    public static PromptContext of(String description) {
        return new PromptContext(description, OptionalInt.empty());
    }

    /** Returns a copy with a limit in characters. */
    public PromptContext withMaxLength(int characters) {
        return new PromptContext(description, OptionalInt.of(characters));
    }

    PromptContext withDescription(String newDescription) {
        return new PromptContext(newDescription, maxLength);
    }
}
