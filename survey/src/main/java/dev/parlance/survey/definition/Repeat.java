package dev.parlance.survey.definition;

/**
 * How often a group is asked.
 *
 * @param by what decides the number of rounds
 * @param times the number of rounds for {@link By#TIMES}, otherwise 0
 * @param question the question whose answer decides, otherwise empty
 */
public record Repeat(By by, int times, String question) {
    /** The most rounds, whatever the answer. */
    public static final int MAX_TIMES = 50;

    /** Once. */
    public static final Repeat ONCE = new Repeat(By.TIMES, 1, "");

    /** What decides how often a group is asked. */
    public enum By {
        /** A fixed number. */
        TIMES,
        /** The number given as an answer. */
        NUMBER,
        /** One round for each chosen option; {@code {item}} is the option's name. */
        CHOSEN
    }

    /** A fixed number of rounds; {@code {n}} is the number of the current round. */
    public static Repeat times(int times) {
        return new Repeat(By.TIMES, times, "");
    }

    /** As many rounds as the number answered to this question. */
    public static Repeat asAnswered(String question) {
        return new Repeat(By.NUMBER, 0, question);
    }

    /** One round for each option chosen in this question. */
    public static Repeat forEach(String question) {
        return new Repeat(By.CHOSEN, 0, question);
    }

    /** Whether there is exactly one round. */
    public boolean isOnce() {
        return equals(ONCE);
    }
}
