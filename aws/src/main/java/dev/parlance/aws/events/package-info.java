/**
 * Survey events in EventBridge, and a function that runs scheduled survey work. Start with {@link
 * dev.parlance.aws.events.EventBridgeEvents}.
 *
 * <pre>{@code
 * EventBridgeEvents events = EventBridgeEvents.to(EventBridgeClient.create(), "surveys");
 * Surveys surveys = Surveys.builder(survey).store(store).eventSink(events).build();
 * }</pre>
 */
@NullMarked
package dev.parlance.aws.events;

import org.jspecify.annotations.NullMarked;
