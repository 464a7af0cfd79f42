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
 * What stays the same during a turn.
 *
 * @param survey the survey
 * @param before the session before the turn
 * @param facts the time, the channel, and what else the machine cannot find out by itself
 * @param today the day where the person is
 */
record Scene(Survey survey, Session before, Facts facts, LocalDate today) {
    static Scene of(Survey survey, Session before, Facts facts) {
        ZoneId zone = before.person().zone().or(survey.timing()::zone).orElse(ZoneOffset.UTC);
        return new Scene(survey, before, facts, facts.now().atZone(zone).toLocalDate());
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

    /** Whether the person has come over from another channel in this turn. */
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

    Route route(Session session) {
        return new Route(survey, session, abilities());
    }
}
