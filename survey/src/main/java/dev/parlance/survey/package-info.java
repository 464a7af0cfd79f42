/**
 * {@link dev.parlance.survey.Surveys}: a survey that people take by text and by call. It answers their webhooks, begins with
 * them, reminds them, and has the results. Begin here.
 */
@NullMarked
package dev.parlance.survey;

import org.jspecify.annotations.NullMarked;
