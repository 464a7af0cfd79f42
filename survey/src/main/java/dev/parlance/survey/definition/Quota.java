package dev.parlance.survey.definition;

import dev.parlance.survey.question.Condition;
import java.util.Optional;

/**
 * How many people of a kind are wanted. Whoever comes when there are so many already is thanked, and asked no more.
 *
 * @param name its name
 * @param when who is of this kind; looked at when all the questions that it names have been answered
 * @param limit how many are wanted
 * @param prompt the key of what is said to who comes too late
 */
public record Quota(String name, Condition when, int limit, Optional<String> prompt) {
    /** The greatest limit: who has a place is kept in one document. */
    public static final int MOST = 10_000;
}
