package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.AskContext;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Wait;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The fixed inputs of a turn.
 *
 * @param survey the survey
 * @param before the session before the turn
 * @param facts the time, the channel and other outside facts
 * @param local the time in the person's time zone
 * @param lookup looks up what conditions need to know about the person
 */
record TurnContext(Survey survey, SessionState before, TurnInputs facts, LocalDateTime local, FactLookup lookup) {
    static TurnContext of(Survey survey, SessionState before, TurnInputs inputs) {
        LocalDateTime local = inputs.now().atZone(zone(survey, before)).toLocalDateTime();
        return new TurnContext(survey, before, inputs, local, new FactLookup(inputs.person()));
    }

    Instant now() {
        return facts.now();
    }

    boolean isCall() {
        return facts.medium().isSpoken();
    }

    Abilities abilities() {
        return facts.medium().abilities();
    }

    /** Whether the person switched channels in this turn. */
    boolean isNewChannel() {
        return !before.channel().equals(facts.medium().channel());
    }

    Words words(SessionState session) {
        return survey.words(session.language());
    }

    AskContext hearing(SessionState session) {
        return hearing(session, path(session).known());
    }

    AskContext hearing(SessionState session, Position at) {
        return at.in().repeat().isOnce()
                ? hearing(session)
                : hearing(session, path(session).known(at.in(), at.round()));
    }

    private AskContext hearing(SessionState session, ConditionContext known) {
        return new AskContext(
                words(session),
                facts.medium(),
                local.toLocalDate(),
                session.person().shuffleSeed(),
                known);
    }

    /** When a wait that began at this time ends; empty if that is not known. */
    Optional<Instant> waitEnd(SessionState session, Position at, Wait wait, Instant begin) {
        ZoneId zone = zone(survey, session);
        return wait.end(begin, path(session).known(at.in(), at.round()), zone);
    }

    /** When the time for the answer to an open question is over; empty if it has no limit. */
    static Optional<Instant> timeLimit(SessionState session, Question question) {
        return question.settings()
                .answerWithin()
                .flatMap(limit -> session.progress().openSince().map(since -> since.plus(limit.time())));
    }

    /** The time that is left for the answer; empty if the question has no limit. */
    Optional<Duration> timeLeft(SessionState session, Position at) {
        return timeLimit(session, at.question()).map(end -> Duration.between(now(), end));
    }

    private static ZoneId zone(Survey survey, SessionState session) {
        return session.person().zone().or(survey.timing()::zone).orElse(ZoneOffset.UTC);
    }

    QuestionPath path(SessionState session) {
        return new QuestionPath(survey, session, abilities(), local, lookup);
    }
}
