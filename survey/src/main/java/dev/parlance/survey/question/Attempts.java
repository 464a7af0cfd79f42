package dev.parlance.survey.question;

import java.util.Optional;

/**
 * How often a question is asked, and what happens if no attempt gets a valid answer.
 *
 * @param max the total number of times the question is asked, 1 to 100
 * @param then what happens after the last attempt
 * @param handOver the phone number, URL or agent ({@code agent:nurse}) that takes over; only for {@link Then#HAND_OVER}
 */
public record Attempts(int max, Then then, Optional<String> handOver) {
    /** Three attempts, then the next question. A question that decides who may take part ends the survey instead. */
    public static final Attempts DEFAULT = new Attempts(3, Then.CONTINUE, Optional.empty());

    /** What happens after the last attempt. */
    public enum Then {
        /** Ask the next question. A question that decides who may take part ends the survey instead. */
        CONTINUE,
        /** Ask the next question, even if this one decides who may take part. */
        SKIP,
        /** End the survey. */
        END,
        /** Hand over to a person or another application. */
        HAND_OVER
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if {@code most} is out of range, or {@code handOver} does not match {@code then}
     */
    public Attempts {
        if (max < 1 || max > 100) {
            throw new IllegalArgumentException("A question can be asked 1 to 100 times, not " + max);
        }
        if ((then == Then.HAND_OVER) != handOver.isPresent()) {
            throw new IllegalArgumentException("Attempts need a phone number or a URL to hand over, and only then");
        }
    }

    /** After the last attempt, the next question. A question that decides who may take part ends the survey instead. */
    public static Attempts thenContinue(int most) {
        return new Attempts(most, Then.CONTINUE, Optional.empty());
    }

    /** After the last attempt, the next question, even if this one decides who may take part. */
    public static Attempts thenSkip(int most) {
        return new Attempts(most, Then.SKIP, Optional.empty());
    }

    /** After the last attempt, the survey ends. */
    public static Attempts thenEnd(int most) {
        return new Attempts(most, Then.END, Optional.empty());
    }

    /** After the last attempt, a person at a phone number or another application at a URL takes over. */
    public static Attempts thenHandOver(int most, String to) {
        return new Attempts(most, Then.HAND_OVER, Optional.of(to));
    }
}
