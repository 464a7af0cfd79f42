package dev.parlance.survey;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.Waves;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.WavePlan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Decides when the next wave of a survey begins for a person, and which one it is. */
final class WaveSchedule {
    /** A person with one of these gets no further waves. */
    private static final Set<Disposition> WITHOUT_FURTHER_WAVES =
            Set.of(Disposition.REFUSED, Disposition.SCREENED_OUT, Disposition.OPTED_OUT);

    private WaveSchedule() {}

    /** The session with a plan for the waves of its survey. */
    static SessionState planned(Survey survey, SessionState session, Instant now) {
        return survey.waves().isPresent() && session.waves().isEmpty() ? session.with(WavePlan.from(now)) : session;
    }

    /** The session with no wave to come. */
    static SessionState ended(Survey survey, SessionState session, Instant now) {
        SessionState planned = planned(survey, session, now);
        return planned.waves().map(plan -> planned.with(plan.ended())).orElse(planned);
    }

    /** When the next wave begins. */
    static Optional<Instant> next(Survey survey, SessionState session) {
        if (survey.waves().isEmpty() || session.waves().isEmpty() || hasLeft(session)) {
            return Optional.empty();
        }
        Waves waves = survey.waves().get();
        WavePlan plan = session.waves().get();
        int last = Math.max(session.wave(), plan.last());
        return last < waves.most() ? Optional.of(begin(survey, waves, plan, session, last + 1)) : Optional.empty();
    }

    /** The wave that is due. If several are, because nobody looked for a long time, it is the last one. */
    static Optional<Integer> due(Survey survey, SessionState session, Instant now) {
        if (next(survey, session).filter(begin -> !begin.isAfter(now)).isEmpty()) {
            return Optional.empty();
        }
        Waves waves = survey.waves().orElseThrow();
        WavePlan plan = session.waves().orElseThrow();
        int wave = Math.max(session.wave(), plan.last()) + 1;
        while (wave < waves.most()
                && !begin(survey, waves, plan, session, wave + 1).isAfter(now)) {
            wave++;
        }
        return Optional.of(wave);
    }

    /** Whether the person has got a later wave than this one, or is about to. */
    static boolean hasLater(SessionState session, int wave) {
        return session.wave() > wave
                || session.waves().filter(plan -> plan.last() > wave).isPresent();
    }

    /** Whether the person has declined, can't take part, or has opted out. */
    static boolean hasLeft(SessionState session) {
        return WITHOUT_FURTHER_WAVES.contains(session.disposition());
    }

    private static Instant begin(Survey survey, Waves waves, WavePlan plan, SessionState session, int wave) {
        ZoneId zone = QuietHours.zones(survey.timing(), session).get(0);
        return waves.begin(wave, plan.first(), zone);
    }
}
