package dev.parlance.observation;

import dev.parlance.observation.ParlanceObservation.Keys;
import dev.parlance.survey.EventSink;
import dev.parlance.survey.session.SurveyEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;

/** Observes each event of the batches that a sink receives. A class of its own, because the Java VM loads the types that it passes on. */
final class ObservedSink implements EventSink {
    private final EventSink sink;
    private final ObservationRegistry registry;

    private record Delivery(Observed observed, Observation observation) {
        void stop(boolean isAccepted) {
            observed.with(isAccepted ? Outcome.SUCCESS : Outcome.ERROR);
            observation.stop();
        }
    }

    private ObservedSink(EventSink sink, ObservationRegistry registry) {
        this.sink = sink;
        this.registry = registry;
    }

    static EventSink of(EventSink sink, ObservationRegistry registry) {
        return new ObservedSink(sink, registry);
    }

    static Observed observed(SurveyEvent event, ObservationRegistry registry) {
        return Observed.of(ParlanceObservation.EVENT, registry).with(Keys.TYPE, Words.of(event.type()));
    }

    @Override
    public int publish(List<SurveyEvent> events) {
        List<Delivery> deliveries = events.stream().map(this::start).toList();
        int accepted = 0;
        try {
            accepted = sink.publish(events);
            return accepted;
        } finally {
            for (int i = 0; i < deliveries.size(); i++) {
                deliveries.get(i).stop(i < accepted);
            }
        }
    }

    private Delivery start(SurveyEvent event) {
        Observed observed = observed(event, registry);
        return new Delivery(observed, observed.start());
    }

    @Override
    public boolean wantsForms() {
        return sink.wantsForms();
    }
}
