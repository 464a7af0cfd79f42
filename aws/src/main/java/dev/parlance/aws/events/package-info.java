/**
 * Survey events in EventBridge ({@link dev.parlance.aws.events.EventBridgeEvents}), and a Lambda function for due work ({@link
 * dev.parlance.aws.events.DueSurveysHandler}).
 *
 * <pre>{@code
 * EventBridgeEvents events = EventBridgeEvents.to(EventBridgeClient.create(), "surveys");
 * Surveys surveys = Surveys.builder(survey).eventSink(events).build();
 * }</pre>
 */
@NullMarked
package dev.parlance.aws.events;

import org.jspecify.annotations.NullMarked;
