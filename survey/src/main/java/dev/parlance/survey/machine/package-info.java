/**
 * {@link dev.parlance.survey.machine.SurveyMachine}: one pure function from a survey, a session and what a person does to the
 * session after it and the reply. No clock, no store, no thread.
 */
@NullMarked
package dev.parlance.survey.machine;

import org.jspecify.annotations.NullMarked;
