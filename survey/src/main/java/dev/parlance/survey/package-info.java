/**
 * Runs a survey by text and by call. Start with {@link dev.parlance.survey.Surveys}: it handles webhooks, contacts people,
 * sends reminders and returns the results.
 */
@NullMarked
package dev.parlance.survey;

import org.jspecify.annotations.NullMarked;
