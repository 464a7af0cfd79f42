package dev.parlance.examples.survey;

import dev.parlance.aws.events.DueSurveysHandler;

/** Runs each minute: sends reminders, ends expired sessions, makes postponed calls and retries undelivered events. */
public final class DueFunction extends DueSurveysHandler {
    /** Called by Lambda. */
    public DueFunction() {
        super(new Application(Setup.fromEnvironment())::surveys);
    }
}
