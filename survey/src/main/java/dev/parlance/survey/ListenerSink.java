package dev.parlance.survey;

import dev.parlance.survey.session.SurveyEvent;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Passes events on one by one until the listener fails. */
final class ListenerSink implements EventSink {
    private final Predicate<SurveyEvent> wanted;
    private final Consumer<SurveyEvent> listener;

    ListenerSink(Predicate<SurveyEvent> wanted, Consumer<SurveyEvent> listener) {
        this.wanted = wanted;
        this.listener = listener;
    }

    @Override
    public int publish(List<SurveyEvent> events) {
        int delivered = 0;
        for (SurveyEvent event : events) {
            if (wanted.test(event) && !deliver(event)) {
                return delivered;
            }
            delivered++;
        }
        return delivered;
    }

    private boolean deliver(SurveyEvent event) {
        try {
            listener.accept(event);
            return true;
        } catch (RuntimeException | Error e) {
            System.getLogger(Surveys.class.getName())
                    .log(
                            Level.WARNING,
                            "A listener failed on " + event.type() + " of " + event.session()
                                    + "; the event will be delivered again",
                            e);
            return false;
        }
    }
}
