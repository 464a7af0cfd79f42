package dev.parlance.survey;

import dev.parlance.survey.session.SurveyEvent;
import java.util.List;
import java.util.Set;

/** Passes on events of some types. The others count as accepted. */
record OnlySomeTypes(EventSink sink, Set<SurveyEvent.Type> types) implements EventSink {
    @Override
    public int publish(List<SurveyEvent> events) {
        List<SurveyEvent> wanted =
                events.stream().filter(event -> types.contains(event.type())).toList();
        int accepted = wanted.isEmpty() ? 0 : sink.publish(wanted);
        return accepted < wanted.size() ? events.indexOf(wanted.get(accepted)) : events.size();
    }

    @Override
    public boolean wantsForms() {
        return sink.wantsForms();
    }
}
