package dev.parlance.survey.question;

import java.util.Map;

/** What became of an attempt to read an answer. */
public sealed interface Reading {
    /** It is an answer. */
    record Understood(Value value) implements Reading {}

    /**
     * It is none.
     *
     * @param reason the key of the sentence that says so, such as {@code invalid.number}
     * @param values what fills the sentence's placeholders
     */
    record Unclear(String reason, Map<String, Object> values) implements Reading {
        /** Keeps the map as it is now. */
        public Unclear {
            values = Map.copyOf(values);
        }
    }

    /** An answer. */
    static Reading of(Value value) {
        return new Understood(value);
    }

    /** An answer of one part. */
    static Reading of(String value) {
        return of(Value.of(value));
    }

    /** No answer. */
    static Reading unclear(String reason) {
        return new Unclear(reason, Map.of());
    }
}
