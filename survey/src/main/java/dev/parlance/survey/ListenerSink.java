package dev.parlance.survey;

import dev.parlance.survey.machine.SurveyEvent;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Passes events on one by one until the listener fails. */
final class ListenerSink implements EventSink {
    private final Predicate<SurveyEvent> wanted;
    private final Consumer<SurveyEventEnvelope> listener;

    ListenerSink(Predicate<SurveyEvent> wanted, Consumer<SurveyEventEnvelope> listener) {
        this.wanted = wanted;
        this.listener = listener;
    }

    @Override
    public int publish(List<SurveyEventEnvelope> events) {
        int delivered = 0;
        for (SurveyEventEnvelope envelope : events) {
            if (wanted.test(envelope.event()) && !deliver(envelope)) {
                return delivered;
            }
            delivered++;
        }
        return delivered;
    }

    private boolean deliver(SurveyEventEnvelope envelope) {
        try {
            listener.accept(envelope);
            return true;
        } catch (RuntimeException | Error e) {
            System.getLogger(Surveys.class.getName())
                    .log(
                            Level.WARNING,
                            "A listener failed on " + envelope.event().type() + " of " + envelope.session()
                                    + "; the event will be delivered again",
                            e);
            return false;
        }
    }
}
