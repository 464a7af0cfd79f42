package dev.parlance.survey.definition;

import dev.parlance.survey.question.Condition;
import java.util.Optional;

/**
 * The most respondents of one kind. Once the quota is full, further respondents are thanked and not asked anything more.
 *
 * @param name the quota's name
 * @param when who counts; evaluated once all questions it refers to have been answered
 * @param limit how many respondents are wanted
 * @param prompt the key of the prompt for respondents who come too late
 */
public record Quota(String name, Condition when, int limit, Optional<String> prompt) {
    /** The greatest possible limit, because one document lists everyone who has a place. */
    public static final int MAX_QUOTAS = 10_000;
}
