package dev.parlance.examples.survey;

import dev.parlance.aws.events.SurveySweep;

/** Does what is due each minute: reminders, ends, calls that were put off, events that could not be told. */
public final class DueFunction extends SurveySweep {
    /** For the runtime. */
    public DueFunction() {
        super(new Application(Setup.fromEnvironment())::surveys);
    }
}
