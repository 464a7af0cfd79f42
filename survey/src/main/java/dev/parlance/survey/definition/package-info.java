/**
 * The definition of a survey. Start with {@link dev.parlance.survey.definition.SurveyFolder}, which reads {@code survey.json}
 * and its prompts and reports all problems at once, or build a {@link dev.parlance.survey.definition.Survey} in code.
 *
 * <pre>{@code
 * Survey fromFiles = SurveyFolder.at(Path.of("survey")).load();
 *
 * Survey fromCode = Survey.builder("coffee")
 *         .prompts(prompts)
 *         .ask(Question.rating("taste", 1, 5), Question.text("why").when(Condition.answer("taste").atMost(2)))
 *         .build();
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.definition;

import org.jspecify.annotations.NullMarked;
