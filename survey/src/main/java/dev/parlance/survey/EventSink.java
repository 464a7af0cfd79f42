package dev.parlance.survey;

import java.util.List;

/**
 * Who takes events, several at once: a queue, a bus.
 *
 * <pre>{@code
 * Surveys.of(survey).tell(EventBridgeEvents.to("surveys", client));
 * }</pre>
 */
@FunctionalInterface
public interface EventSink {
    /**
     * Takes events of one session, in their order.
     *
     * @return how many of them, from the first on, were taken for good; the others are told again, in the next turn or by the
     *     sweep. An exception means none
     */
    int tell(List<Published> events);

    /**
     * Whether events carry the form of the webhook they came from, until they are published. Default: they don't, as forms hold
     * personal data.
     */
    default boolean wantsForms() {
        return false;
    }
}
