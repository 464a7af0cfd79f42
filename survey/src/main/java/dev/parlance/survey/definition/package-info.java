/**
 * The questions, their order and the rules of one survey, read from {@code survey.json} or built in code: {@link
 * dev.parlance.survey.definition.Survey}. Every definition is checked when it is loaded.
 *
 * <pre>{@code
 * Survey survey = Survey.builder("coffee")
 *         .prompts(prompts)
 *         .ask(Question.rating("taste", 1, 5), Question.text("why").when(Condition.answer("taste").atMost(2)))
 *         .build();
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.definition;

import org.jspecify.annotations.NullMarked;
