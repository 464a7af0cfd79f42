package dev.parlance.survey.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The result of reading an answer. */
public sealed interface Reading {
    /**
     * How certain the reading is, from 0 to 1. Speech multiplies it by the recognizer's confidence. Below the survey's
     * {@code confidence}, the answer is said back to be confirmed.
     */
    double certainty();

    /** Which rule read the input so, for people who test what a survey understands; can be empty. */
    String why();

    /** Returns a copy that says which rule read the input so. */
    Reading explained(String why);

    /**
     * The input is a valid answer.
     *
     * @param value the answer
     * @param certainty how certain that is, from 0 to 1
     * @param why which rule read the input so
     */
    record Understood(Value value, double certainty, String why) implements Reading {
        /** Checks the certainty. */
        public Understood {
            if (!(certainty >= 0 && certainty <= 1)) {
                throw new IllegalArgumentException("A certainty is from 0 to 1, not " + certainty);
            }
        }

        /** A valid answer with this certainty. */
        public Understood(Value value, double certainty) {
            this(value, certainty, "");
        }

        @Override
        public Understood explained(String rule) {
            return new Understood(value, certainty, rule);
        }
    }

    /**
     * The input is not a valid answer.
     *
     * @param reason the key of the sentence for the reply, such as {@code invalid.number}
     * @param values the values of the sentence's placeholders
     * @param because the key of a sentence that names what is wrong with the answer, such as {@code tooHigh}; it comes first, and
     *     can have the same placeholders. A question's own prompt for it is {@code drink.retry.tooHigh}. Empty for no hint.
     * @param why which rule read the input so
     */
    record Unclear(String reason, Map<String, Object> values, String because, String why) implements Reading {
        /** Copies the map. */
        public Unclear {
            values = Map.copyOf(values);
        }

        /** An answer that is invalid for no particular reason. */
        public Unclear(String reason, Map<String, Object> values) {
            this(reason, values, "", "");
        }

        @Override
        public Unclear explained(String rule) {
            return new Unclear(reason, values, because, rule);
        }

        /** Adds what is wrong with the answer, and a value for its sentence. */
        public Unclear because(String problem, String name, Object value) {
            Map<String, Object> more = new HashMap<>(values);
            more.put(name, value);
            return new Unclear(reason, more, problem, why);
        }

        /** Always 0. */
        @Override
        public double certainty() {
            return 0;
        }
    }

    /**
     * The input may be an answer, but its meaning is not certain. The respondent must confirm it: "Did you mean Train?" for one
     * candidate, "Which did you mean?" for several.
     *
     * @param candidates the possible meanings, the likeliest first; 1 to 4
     * @param why which rule read the input so
     */
    record Likely(List<Value> candidates, String why) implements Reading {
        /** The most candidates to choose from. */
        public static final int MAX_CANDIDATES = 4;

        /** Copies the list. */
        public Likely {
            candidates = List.copyOf(candidates);
            if (candidates.isEmpty() || candidates.size() > MAX_CANDIDATES) {
                throw new IllegalArgumentException(
                        "A likely answer has 1 to " + MAX_CANDIDATES + " candidates, not " + candidates.size());
            }
        }

        /** Always 0, whatever the survey's {@code confidence}: a likely answer is never accepted without a yes. */
        @Override
        public double certainty() {
            return 0;
        }

        @Override
        public Likely explained(String rule) {
            return new Likely(candidates, rule);
        }
    }

    /** A possible answer: the respondent is asked which of these they meant. */
    static Reading likely(Value... candidates) {
        return new Likely(List.of(candidates), "");
    }

    /** A valid answer, entirely certain. */
    static Reading of(Value value) {
        return new Understood(value, 1);
    }

    /** A valid answer with one part, entirely certain. */
    static Reading of(String value) {
        return of(Value.of(value));
    }

    /** No valid answer, for this reason. */
    static Reading unclear(String reason) {
        return new Unclear(reason, Map.of());
    }
}
