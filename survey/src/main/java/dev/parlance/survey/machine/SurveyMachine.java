package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import java.time.Instant;

/**
 * The survey as a pure function: from a survey, a session and what a person does to the session after it, and the reply. It
 * has no clock, reads and writes nothing, and answers the same each time.
 *
 * <pre>{@code
 * Turn.Done turn = SurveyMachine.advance(survey, session, Input.text("cinco"), Facts.at(now)).done();
 * turn.session();   // to be saved
 * turn.reply();     // to be said
 * }</pre>
 */
public final class SurveyMachine {
    private SurveyMachine() {}

    /** What becomes of a session when the person does something. */
    public static Turn advance(Survey survey, Session session, Input input, Facts facts) {
        Step step = Step.from(session, facts.now());
        return new Understanding(Scene.of(survey, session, facts))
                .take(step, input)
                .turn();
    }

    /** What becomes of a session when the person is reminded. */
    public static Turn.Done remind(Survey survey, Session session, Facts facts) {
        Step step = Step.from(session, facts.now());
        return new Understanding(Scene.of(survey, session, facts))
                .remind(step)
                .turn()
                .done();
    }

    /** What becomes of a session when nobody waits for its person any more. */
    public static Turn.Done giveUp(Survey survey, Session session, Instant now) {
        return Step.from(session, now)
                .over(Disposition.Happening.GIVEN_UP, SurveyEvent.Type.ABANDONED)
                .silent()
                .turn()
                .done();
    }

    /** What becomes of a session when a recorded answer has been put in writing. */
    public static Turn.Done transcribed(Session session, String recording, String text) {
        return Turn.Done.saying(Transcripts.add(session, recording, text), Reply.NOTHING);
    }
}
