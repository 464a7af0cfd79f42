package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.AskContext;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Wait;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The fixed inputs of a turn.
 *
 * @param survey the survey
 * @param before the session before the turn
 * @param facts the time, the channel and other outside facts
 * @param today the date in the person's time zone
 * @param lookup looks up what conditions need to know about the person
 */
record TurnContext(Survey survey, SessionState before, TurnInputs facts, LocalDate today, FactLookup lookup) {
    static TurnContext of(Survey survey, SessionState before, TurnInputs inputs) {
        LocalDate today = inputs.now().atZone(zone(survey, before)).toLocalDate();
        return new TurnContext(survey, before, inputs, today, new FactLookup(inputs.person()));
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
                words(session), facts.medium(), today, session.person().shuffleSeed(), known);
    }

    /** When a wait that began at this time ends; empty if that is not known. */
    Optional<Instant> waitEnd(SessionState session, Position at, Wait wait, Instant begin) {
        ZoneId zone = zone(survey, session);
        return wait.end(begin, path(session).known(at.in(), at.round()), zone);
    }

    private static ZoneId zone(Survey survey, SessionState session) {
        return session.person().zone().or(survey.timing()::zone).orElse(ZoneOffset.UTC);
    }

    QuestionPath path(SessionState session) {
        return new QuestionPath(survey, session, abilities(), today, lookup);
    }
}
