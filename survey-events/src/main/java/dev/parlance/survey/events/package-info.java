/**
 * Sends survey events to other applications, at least once and in order per session: by HTTP ({@link
 * dev.parlance.survey.events.HttpEvents}) or to Kafka ({@link dev.parlance.survey.events.KafkaEvents}).
 *
 * <pre>{@code
 * Surveys surveys = Surveys.builder(survey)
 *         .eventSink(HttpEvents.to(HttpClient.newHttpClient(), URI.create("https://crm.example.com/surveys"), signingSecret))
 *         .build();
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.events;

import org.jspecify.annotations.NullMarked;
