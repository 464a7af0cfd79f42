package dev.parlance.survey.events;

import dev.parlance.survey.session.SurveyEvent;

/**
 * An event that its receiver did not accept and that is not sent again. Keep {@link SurveyEvent#cloudEvent} to send it later.
 *
 * @param event the event
 * @param reason why it was not accepted, without personal data: {@code HTTP 404}
 */
public record DeadLetter(SurveyEvent event, String reason) {
    /** The reason and the event's id, without personal data. */
    @Override
    public String toString() {
        return event.type().fullName() + " " + event.id() + ": " + reason;
    }
}
