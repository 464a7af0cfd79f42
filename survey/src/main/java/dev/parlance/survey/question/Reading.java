package dev.parlance.survey.question;

import java.util.List;
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

    /**
     * It may be an answer, but it may mean something else. The person is asked before it counts: "Did you mean Train?" where
     * there is one candidate, "Which did you mean?" where there are several.
     *
     * @param candidates what it may mean, the likeliest first
     */
    record Likely(List<Value> candidates) implements Reading {
        /** The most that a person is asked to choose from. */
        public static final int MOST = 4;

        /** Keeps the list as it is now. */
        public Likely {
            candidates = List.copyOf(candidates);
            if (candidates.isEmpty() || candidates.size() > MOST) {
                throw new IllegalArgumentException(
                        "A likely answer has 1 to " + MOST + " candidates, not " + candidates.size());
            }
        }
    }

    /** Perhaps an answer: the person is asked which of these they meant. */
    static Reading likely(Value... candidates) {
        return new Likely(List.of(candidates));
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
