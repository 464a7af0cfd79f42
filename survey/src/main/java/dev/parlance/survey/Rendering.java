package dev.parlance.survey;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Turn;

/**
 * A turn to render.
 *
 * @param survey the survey, in the respondent's revision
 * @param turn the reply and the session after it
 * @param url the URL of the webhook being answered; empty for an outgoing message
 */
public record Rendering(Survey survey, Turn.Done turn, String url) {}
