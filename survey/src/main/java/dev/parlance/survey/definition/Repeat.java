package dev.parlance.survey.definition;

import java.util.List;

/**
 * How often a group is asked.
 *
 * @param by what decides the number of rounds
 * @param times the number of rounds for {@link By#TIMES}, otherwise 0
 * @param question the question whose answer decides, otherwise empty
 * @param items what each round is about for {@link By#LISTED}, otherwise empty
 */
public record Repeat(By by, int times, String question, List<String> items) {
    /** The most rounds, whatever the answer. */
    public static final int MAX_TIMES = 50;

    /** Once. */
    public static final Repeat ONCE = new Repeat(By.TIMES, 1, "", List.of());

    /** Copies the list. */
    public Repeat {
        items = List.copyOf(items);
    }

    /** What decides how often a group is asked. */
    public enum By {
        /** A fixed number. */
        TIMES,
        /** The number given as an answer. */
        NUMBER,
        /** One round for each chosen option, or for each word of a list that was given; {@code {item}} is its name. */
        CHOSEN,
        /** One round for each item of a fixed list; {@code {item}} is the prompt {@code group.item}. */
        LISTED
    }

    /** A fixed number of rounds; {@code {n}} is the number of the current round. */
    public static Repeat times(int times) {
        return new Repeat(By.TIMES, times, "", List.of());
    }

    /** As many rounds as the number answered to this question. */
    public static Repeat asAnswered(String question) {
        return new Repeat(By.NUMBER, 0, question, List.of());
    }

    /** One round for each option chosen in this question, or for each word of a list given as its answer. */
    public static Repeat forEach(String question) {
        return new Repeat(By.CHOSEN, 0, question, List.of());
    }

    /** One round for each of these items; the prompt of the item {@code lunch} of the group {@code meals} is {@code meals.lunch}. */
    public static Repeat forEach(List<String> items) {
        return new Repeat(By.LISTED, 0, "", items);
    }

    /** Whether there is exactly one round. */
    public boolean isOnce() {
        return equals(ONCE);
    }
}
