package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.Hearing;
import dev.parlance.survey.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The fixed inputs of a turn.
 *
 * @param survey the survey
 * @param before the session before the turn
 * @param facts the time, the channel and other outside facts
 * @param today the date in the person's time zone
 */
record TurnContext(Survey survey, Session before, Facts facts, LocalDate today) {
    static TurnContext of(Survey survey, Session before, Facts facts) {
        ZoneId zone = before.person().zone().or(survey.timing()::zone).orElse(ZoneOffset.UTC);
        return new TurnContext(survey, before, facts, facts.now().atZone(zone).toLocalDate());
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

    Words words(Session session) {
        return survey.words(session.language());
    }

    Hearing hearing(Session session) {
        return new Hearing(
                words(session), facts.medium(), today, session.person().seed());
    }

    QuestionPath path(Session session) {
        return new QuestionPath(survey, session, abilities());
    }
}
