package dev.parlance.survey.results;

import java.math.BigDecimal;
import java.time.Instant;

/** A cell of {@link ResultRows}. */
public sealed interface Cell {
    /** The content as text, as in CSV; empty for an empty cell. */
    String text();

    /** Words, options, phone numbers, days. Can begin with {@code =}: write it as text, never as a formula. */
    record Text(String text) implements Cell {
        /** The length, but not the words. */
        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }

    /** A number. */
    record Decimal(BigDecimal value) implements Cell {
        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    /** A time. */
    record Time(Instant value) implements Cell {
        @Override
        public String text() {
            return value.toString();
        }
    }

    /** Nothing. */
    record Empty() implements Cell {
        @Override
        public String text() {
            return "";
        }
    }
}
