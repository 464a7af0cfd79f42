package dev.parlance.survey;

import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the surveys of a desk know about a person at one moment.
 *
 * @param sessions the person's sessions, by the survey's name
 */
record DeskVisit(DeskRecord record, Map<String, SessionState> sessions, boolean isOptedOut, Instant now) {
    /** How long a survey that is about to start with a person keeps others from starting. */
    private static final Duration HELD = Duration.ofMinutes(1);

    Optional<SessionState> session(Surveys survey) {
        return Optional.ofNullable(sessions.get(survey.name()));
    }

    /** Whether a question of this survey is open. A survey that waits has none. */
    boolean isInTheMiddle(Surveys survey) {
        return session(survey)
                .map(session -> session.progress().stage())
                .filter(stage -> stage != Stage.NEW && stage != Stage.WAITING && stage != Stage.OVER)
                .isPresent();
    }

    /** Whether the survey is over for the person, and they can't start it again themselves. */
    boolean isDone(Surveys survey) {
        return isAt(survey, Stage.OVER) && !canRepeat(survey);
    }

    /** Whether the person has completed the survey and can start it again. */
    boolean canRepeat(Surveys survey) {
        return survey.survey().isRepeatable()
                && session(survey)
                        .filter(session -> session.disposition() == Disposition.COMPLETED)
                        .isPresent();
    }

    boolean isAt(Surveys survey, Stage stage) {
        return session(survey)
                .filter(session -> session.progress().stage() == stage)
                .isPresent();
    }

    /** Whether the survey is about to start with the person. */
    boolean isStarting(Surveys survey) {
        boolean isNew = session(survey).isEmpty() || isAt(survey, Stage.NEW);
        return isNew
                && record.lastTurn()
                        .filter(turn -> turn.survey().equals(survey.name()))
                        .filter(turn -> turn.at().plus(HELD).isAfter(now))
                        .isPresent();
    }

    /** The survey that was last in contact with the person. */
    Optional<Surveys> latest(List<Surveys> surveys) {
        return surveys.stream().max(Comparator.comparing(this::lastContact).thenComparing(this::place));
    }

    /** Whether this survey was in contact with the person after the other. */
    boolean isLater(Surveys survey, Surveys other) {
        return latest(List.of(other, survey)).filter(survey::equals).isPresent();
    }

    private Instant lastContact(Surveys survey) {
        Instant turn = record.turn(survey.name()).map(DeskRecord.Turn::at).orElse(Instant.EPOCH);
        Instant asked =
                session(survey).flatMap(session -> session.progress().asked()).orElse(Instant.EPOCH);
        return turn.isAfter(asked) ? turn : asked;
    }

    /** The place in the order of turns, for contacts at the same time. */
    private int place(Surveys survey) {
        return record.turn(survey.name()).map(record.turns()::indexOf).orElse(-1);
    }
}
