/**
 * The question kinds, how each is answered by text and by call, and the {@link dev.parlance.survey.question.Condition conditions}
 * on earlier answers. Start with {@link dev.parlance.survey.question.Question}.
 *
 * <pre>{@code
 * Question rating = Question.rating("service", 1, 5);
 * Question why = Question.text("why").when(Condition.answer("service").atMost(2));
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.question;

import org.jspecify.annotations.NullMarked;
