package dev.parlance.survey.session;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened in a session. Delivered to listeners at least once, in order per session. Created by the library.
 *
 * <pre>{@code
 * Surveys surveys = Surveys.builder(survey).store(store)
 *         .on(SurveyEvent.Type.COMPLETED, event -> System.out.println(event.cloudEvent()))
 *         .build();
 * }</pre>
 */
public interface SurveyEvent {
    /** What happened. */
    Type type();

    /** The id, the same for every delivery, so you can detect repeats. */
    String id();

    /** Its position among the session's events, from 1. */
    long sequence();

    /** The time. */
    Instant at();

    /** The answer, if there is one. */
    Optional<Answer> answer();

    /** In {@code MESSAGE_STATUS}, what has become of a message. */
    Optional<Delivery> delivery();

    /** In {@code HANDED_OVER}, the name of the agent who takes over, if the agent has one. */
    Optional<String> agent();

    /** The disposition at that time. */
    Disposition disposition();

    /** The occasion at that time; see {@link Session#occasion}. */
    Optional<String> occasion();

    /** The form of its webhook if a sink wants forms; otherwise empty. */
    Map<String, String> form();

    /** The session at the time of delivery, which may be later than the event. */
    Session session();

    /**
     * The event as a CloudEvent 1.0 in JSON. It contains personal data: the person's address, the variables of the invitation and,
     * in {@code ANSWERED} and {@code HANDED_OVER}, the answers. docs/EVENTS.md lists the fields of each type.
     */
    String cloudEvent();

    /** The type of an event. */
    enum Type {
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
        HANDED_OVER("handed-over"),
        /** A message of the survey was sent, delivered or read, or could not be delivered. */
        MESSAGE_STATUS("message-status");

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
