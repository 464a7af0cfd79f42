package dev.parlance.survey;

import dev.parlance.survey.session.SurveyEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Passes events to each of several sinks at its own pace. An event counts as accepted once all of them have accepted it. */
final class SeveralSinks implements EventSink {
    private final Collection<? extends EventSink> sinks;
    private final Map<EventSink, AheadOfOthers> progress = new ConcurrentHashMap<>();

    SeveralSinks(Collection<? extends EventSink> sinks) {
        this.sinks = sinks;
    }

    @Override
    public int publish(List<SurveyEvent> events) {
        int accepted = events.size();
        for (EventSink sink : sinks) {
            accepted = Math.min(accepted, progressOf(sink).publish(events));
        }
        List<SurveyEvent> acceptedByAll = events.subList(0, accepted);
        sinks.forEach(sink -> progressOf(sink).forget(acceptedByAll));
        return accepted;
    }

    private AheadOfOthers progressOf(EventSink sink) {
        return progress.computeIfAbsent(sink, AheadOfOthers::new);
    }

    @Override
    public boolean wantsForms() {
        return sinks.stream().anyMatch(EventSink::wantsForms);
    }
}
