package dev.parlance.survey;

import dev.parlance.survey.machine.SurveyEvent;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Passes events on one by one until the listener fails. */
final class ListenerSink implements EventSink {
    private final Predicate<SurveyEvent> wanted;
    private final Consumer<Published> listener;

    ListenerSink(Predicate<SurveyEvent> wanted, Consumer<Published> listener) {
        this.wanted = wanted;
        this.listener = listener;
    }

    @Override
    public int tell(List<Published> events) {
        int delivered = 0;
        for (Published published : events) {
            if (wanted.test(published.event()) && !deliver(published)) {
                return delivered;
            }
            delivered++;
        }
        return delivered;
    }

    private boolean deliver(Published published) {
        try {
            listener.accept(published);
            return true;
        } catch (RuntimeException | Error e) {
            System.getLogger(Surveys.class.getName())
                    .log(
                            Level.WARNING,
                            "A listener failed on " + published.event().type() + " of " + published.session()
                                    + "; the event will be delivered again",
                            e);
            return false;
        }
    }
}
