package dev.parlance.survey;

import dev.parlance.survey.machine.SurveyEvent;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Hands events on one by one, until the listener fails at one. */
final class EachEvent implements EventSink {
    private final Predicate<SurveyEvent> wanted;
    private final Consumer<Published> listener;

    EachEvent(Predicate<SurveyEvent> wanted, Consumer<Published> listener) {
        this.wanted = wanted;
        this.listener = listener;
    }

    @Override
    public int tell(List<Published> events) {
        int told = 0;
        for (Published published : events) {
            if (wanted.test(published.event()) && !tell(published)) {
                return told;
            }
            told++;
        }
        return told;
    }

    private boolean tell(Published published) {
        try {
            listener.accept(published);
            return true;
        } catch (RuntimeException | Error e) {
            System.getLogger(Surveys.class.getName())
                    .log(
                            Level.WARNING,
                            "A listener failed at " + published.event().type() + " of " + published.session()
                                    + "; it will be told again",
                            e);
            return false;
        }
    }
}
