package dev.parlance.survey;

import dev.parlance.survey.session.SurveyEvent;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sink, and the events that it accepted while another sink did not, so that it does not get them again. They are in memory: after
 * a crash, or on another node, it does. Thread-safe.
 */
final class AheadOfOthers {
    private static final int MOST_EVENTS = 10_000;

    private final EventSink sink;
    private final Set<String> accepted = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_EVENTS;
        }
    }));

    AheadOfOthers(EventSink sink) {
        this.sink = sink;
    }

    /** Passes on the events that the sink has not accepted yet. Returns how many, counted from the first, it has accepted now. */
    int publish(List<SurveyEvent> events) {
        List<SurveyEvent> waiting =
                events.stream().filter(event -> !accepted.contains(event.id())).toList();
        int now = waiting.isEmpty() ? 0 : deliver(waiting);
        waiting.subList(0, now).forEach(event -> accepted.add(event.id()));
        return now == waiting.size() ? events.size() : events.indexOf(waiting.get(now));
    }

    private int deliver(List<SurveyEvent> events) {
        try {
            return Math.max(0, Math.min(sink.publish(events), events.size()));
        } catch (RuntimeException | Error e) {
            System.getLogger(Surveys.class.getName())
                    .log(
                            Level.WARNING,
                            "A listener failed on events of " + events.get(0).session()
                                    + "; they will be delivered again",
                            e);
            return 0;
        }
    }

    /** Forgets events that no sink gets again. */
    void forget(List<SurveyEvent> events) {
        events.forEach(event -> accepted.remove(event.id()));
    }
}
