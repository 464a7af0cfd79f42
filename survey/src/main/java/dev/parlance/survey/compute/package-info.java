/**
 * Values that a survey computes from answers: sums, scores, bands, ages. Start with {@link dev.parlance.survey.compute.Formula}.
 *
 * <pre>{@code
 * Survey.builder("mood")
 *         .ask(Question.rating("sleep", 0, 3), Question.rating("joy", 0, 3))
 *         .ask(Computation.of("score", Formula.sum("sleep", "joy")))
 *         .ask(Question.text("help").when(Condition.answer("score").atLeast(4)));
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.compute;

import org.jspecify.annotations.NullMarked;
