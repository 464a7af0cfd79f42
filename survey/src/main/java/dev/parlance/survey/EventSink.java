package dev.parlance.survey;

import dev.parlance.survey.session.SurveyEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Receives events in batches: a queue or a bus, for example.
 *
 * <pre>{@code
 * EventSink events = EventBridgeEvents.to(EventBridgeClient.create(), "surveys");
 * Surveys surveys = Surveys.builder(survey).store(store).eventSink(events).build();
 * }</pre>
 */
@FunctionalInterface
public interface EventSink {
    /**
     * Receives events of one session, in order.
     *
     * @return how many events, counted from the first, were accepted. The rest are delivered again, in the next turn or by
     *     {@link Surveys#runDue}. An exception means that none was accepted
     */
    int publish(List<SurveyEvent> events);

    /** A sink that passes the events of these types to a listener, one by one, until it throws. */
    static EventSink ofListener(Set<SurveyEvent.Type> types, Consumer<SurveyEvent> listener) {
        return new ListenerSink(event -> types.contains(event.type()), listener);
    }

    /** A sink that gets only events of these types. To it, all others count as accepted. */
    default EventSink only(SurveyEvent.Type... types) {
        return new OnlySomeTypes(this, Set.of(types));
    }

    /**
     * A sink that passes events to each of these, which may become more later. One that fails doesn't hold up the others, and gets
     * its events again without them. Sinks of {@link SurveysBuilder#eventSink} need no such grouping.
     */
    static EventSink toEach(Collection<? extends EventSink> sinks) {
        return new SeveralSinks(sinks);
    }

    /**
     * Whether events carry the form of their webhook until they are published. Default: false, because forms contain personal
     * data.
     */
    default boolean wantsForms() {
        return false;
    }
}
