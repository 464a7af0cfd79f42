package dev.parlance.survey.machine;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened in a session. Delivered to listeners at least once, in order per session.
 *
 * @param type what happened
 * @param sequence its position among the session's events, from 1
 * @param at the time
 * @param answer the answer, if there is one
 * @param disposition the disposition at that time
 * @param form the form of its webhook if a sink wants forms; otherwise empty
 */
public record SurveyEvent(
        Type type,
        long sequence,
        Instant at,
        Optional<Answer> answer,
        Disposition disposition,
        Map<String, String> form) {
    /** Copies the form, keeping its order. */
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

    /** The type of an event. */
    public enum Type {
        /** The person responded for the first time. */
        STARTED("started"),
        /** The person answered or skipped a question. */
        ANSWERED("answered"),
        /** The person completed the survey. */
        COMPLETED("completed"),
        /** The survey ended without being completed. */
        ABANDONED("abandoned"),
        /** The person opted out. */
        OPTED_OUT("opted-out"),
        /** The person was handed over to someone else. */
        HANDED_OVER("handed-over");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** The type in a CloudEvent, for example {@code dev.parlance.survey.started}. */
        public String fullName() {
            return "dev.parlance.survey." + word;
        }
    }
}
