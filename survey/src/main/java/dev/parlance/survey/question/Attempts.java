package dev.parlance.survey.question;

import java.util.Optional;

/**
 * How often a question is asked, and what comes after an answer that could not be understood so often.
 *
 * @param most how often it is asked in all
 * @param then what comes after
 * @param handOver the phone number or the URL of whoever takes over, where that is what comes after
 */
public record Attempts(int most, Then then, Optional<String> handOver) {
    /** Three attempts, then the next question; the end, at a question that decides who may take part. */
    public static final Attempts DEFAULT = new Attempts(3, Then.GO_ON, Optional.empty());

    /** What comes after the last attempt. */
    public enum Then {
        /** The next question. At a question that decides who may take part, the end. */
        GO_ON,
        /** The next question, whatever this one decides. */
        SKIP,
        /** The end of the survey. */
        END,
        /** A person, or another application. */
        HAND_OVER
    }

    /** Checks that they can be carried out. */
    public Attempts {
        if (most < 1 || most > 100) {
            throw new IllegalArgumentException("A question is asked 1 to 100 times, not " + most);
        }
        if ((then == Then.HAND_OVER) != handOver.isPresent()) {
            throw new IllegalArgumentException("To hand over, a phone number or a URL is needed, and for nothing else");
        }
    }

    /** So many attempts, then the next question; the end, at a question that decides who may take part. */
    public static Attempts thenGoOn(int most) {
        return new Attempts(most, Then.GO_ON, Optional.empty());
    }

    /** So many attempts, then the next question, even if this one decides who may take part. */
    public static Attempts thenSkip(int most) {
        return new Attempts(most, Then.SKIP, Optional.empty());
    }

    /** So many attempts, and then the end. */
    public static Attempts thenEnd(int most) {
        return new Attempts(most, Then.END, Optional.empty());
    }

    /** So many attempts, and then a person at a phone number, or another application at a URL. */
    public static Attempts thenHandOver(int most, String to) {
        return new Attempts(most, Then.HAND_OVER, Optional.of(to));
    }
}
