/**
 * {@link dev.parlance.survey.question.Question}: the question kinds, how each is answered by text and by call, and the {@link
 * dev.parlance.survey.question.Condition conditions} on earlier answers.
 */
@NullMarked
package dev.parlance.survey.question;

import org.jspecify.annotations.NullMarked;
