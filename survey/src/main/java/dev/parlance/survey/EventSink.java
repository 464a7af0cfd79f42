package dev.parlance.survey;

import dev.parlance.survey.session.SurveyEvent;
import java.util.List;

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

    /**
     * Whether events carry the form of their webhook until they are published. Default: false, because forms contain personal
     * data.
     */
    default boolean wantsForms() {
        return false;
    }
}
