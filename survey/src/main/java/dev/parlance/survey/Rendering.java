package dev.parlance.survey;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Turn;

/**
 * What a channel renders.
 *
 * @param survey the survey, as the person takes it
 * @param turn what is said and asked, and the session after it
 * @param url the URL of the webhook that is answered; empty if we contact the person
 */
public record Rendering(Survey survey, Turn.Done turn, String url) {}
