package dev.parlance.survey.definition;

/**
 * How often a group is asked.
 *
 * @param by what it goes by
 * @param times the number, where it goes by that
 * @param question the question whose answer it goes by
 */
public record Repeat(By by, int times, String question) {
    /** The most that a group is ever asked, whatever was answered. */
    public static final int MOST = 50;

    /** Once. */
    public static final Repeat ONCE = new Repeat(By.TIMES, 1, "");

    /** What a repetition goes by. */
    public enum By {
        /** A number. */
        TIMES,
        /** The number that was answered. */
        NUMBER,
        /** Each option that was chosen: {@code {item}} is its name. */
        CHOSEN
    }

    /** So many times; {@code {n}} is the how-many-eth. */
    public static Repeat times(int times) {
        return new Repeat(By.TIMES, times, "");
    }

    /** As often as this question's answer says. */
    public static Repeat asAnswered(String question) {
        return new Repeat(By.NUMBER, 0, question);
    }

    /** For each option that was chosen at this question. */
    public static Repeat forEach(String question) {
        return new Repeat(By.CHOSEN, 0, question);
    }

    /** Whether it is asked once, as any other questions. */
    public boolean isOnce() {
        return equals(ONCE);
    }
}
