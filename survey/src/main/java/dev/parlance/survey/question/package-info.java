/**
 * {@link dev.parlance.survey.question.Question}: what can be asked, how each kind of question is answered by text and by
 * call, and the {@link dev.parlance.survey.question.Condition conditions} on earlier answers.
 */
@NullMarked
package dev.parlance.survey.question;

import org.jspecify.annotations.NullMarked;
