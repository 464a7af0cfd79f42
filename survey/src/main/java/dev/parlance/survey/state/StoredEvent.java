package dev.parlance.survey.state;

import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Delivery;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.SurveyEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event as stored with its session until it is delivered.
 *
 * @param type what happened
 * @param sequence its position among the session's events, from 1
 * @param at the time
 * @param answer the answer, if there is one
 * @param disposition the disposition at that time
 * @param delivery what has become of a message, if it is about one
 * @param agent the name of the agent who takes over, if there is one
 * @param occasion the session's occasion at that time
 * @param form the form of its webhook if a sink wants forms; otherwise empty
 */
public record StoredEvent(
        SurveyEvent.Type type,
        long sequence,
        Instant at,
        Optional<Answer> answer,
        Disposition disposition,
        Optional<Delivery> delivery,
        Optional<String> agent,
        Optional<String> occasion,
        Map<String, String> form) {
    /** Copies the form, keeping its order. */
    public StoredEvent {
        form = form.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(form));
    }

    /** An event without an answer. */
    public static StoredEvent of(SurveyEvent.Type type, long sequence, Instant at, Disposition disposition) {
        return new StoredEvent(
                type,
                sequence,
                at,
                Optional.empty(),
                disposition,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** An answer. */
    public static StoredEvent answered(long sequence, Instant at, Disposition disposition, Answer answer) {
        return new StoredEvent(
                SurveyEvent.Type.ANSWERED,
                sequence,
                at,
                Optional.of(answer),
                disposition,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** A new status of a message. */
    public static StoredEvent reported(long sequence, Disposition disposition, Delivery delivery) {
        return new StoredEvent(
                SurveyEvent.Type.MESSAGE_STATUS,
                sequence,
                delivery.at(),
                Optional.empty(),
                disposition,
                Optional.of(delivery),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** A copy with the agent's name. */
    public StoredEvent withAgent(String name) {
        Optional<String> named = name.isEmpty() ? Optional.empty() : Optional.of(name);
        return new StoredEvent(type, sequence, at, answer, disposition, delivery, named, occasion, form);
    }

    /** A copy with the session's occasion. */
    public StoredEvent withOccasion(Optional<String> newOccasion) {
        return new StoredEvent(type, sequence, at, answer, disposition, delivery, agent, newOccasion, form);
    }

    /** A copy with the form. */
    public StoredEvent with(Map<String, String> newForm) {
        return new StoredEvent(type, sequence, at, answer, disposition, delivery, agent, occasion, newForm);
    }
}
