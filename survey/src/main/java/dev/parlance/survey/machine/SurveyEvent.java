package dev.parlance.survey.machine;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened in a session, to be told to whoever listens: at least once, and for one session in order.
 *
 * @param type what happened
 * @param sequence its place among the events of its session, from 1
 * @param at when
 * @param answer the answer, where one was given
 * @param disposition how far the person had come then
 * @param form the form of the webhook that it came from, where a listener wants it; empty otherwise
 */
public record SurveyEvent(
        Type type,
        long sequence,
        Instant at,
        Optional<Answer> answer,
        Disposition disposition,
        Map<String, String> form) {
    /** Keeps the form in its order. */
    public SurveyEvent {
        form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
    }

    static SurveyEvent of(Type type, long sequence, Instant at, Disposition disposition) {
        return new SurveyEvent(type, sequence, at, Optional.empty(), disposition, Map.of());
    }

    SurveyEvent with(Answer given) {
        return new SurveyEvent(type, sequence, at, Optional.of(given), disposition, form);
    }

    SurveyEvent with(Map<String, String> newForm) {
        return new SurveyEvent(type, sequence, at, answer, disposition, newForm);
    }

    /** What can happen. */
    public enum Type {
        /** The person is in contact for the first time. */
        STARTED("started"),
        /** A question was answered. */
        ANSWERED("answered"),
        /** The survey came to its end. */
        COMPLETED("completed"),
        /** The survey is over, and was not completed. */
        ABANDONED("abandoned"),
        /** The person does not want to hear from us. */
        OPTED_OUT("opted-out"),
        /** The person was handed over to somebody. */
        HANDED_OVER("handed-over");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** The type as a CloudEvent has it: {@code dev.parlance.survey.started}. */
        public String fullName() {
            return "dev.parlance.survey." + word;
        }
    }
}
