package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import java.time.Instant;

/**
 * The survey as a pure function: survey, session and input in, new session and reply out. It has no clock, does no I/O, and
 * returns the same result each time.
 *
 * <pre>{@code
 * Turn.Done turn = SurveyMachine.advance(survey, session, Input.text("cinco"), TurnInputs.at(now)).done();
 * turn.session();   // save this
 * turn.reply();     // send this
 * }</pre>
 */
public final class SurveyMachine {
    private SurveyMachine() {}

    /** Handles a person's input. */
    public static Turn advance(Survey survey, Session session, Input input, TurnInputs inputs) {
        Step step = Step.from(session, inputs.now());
        return new TurnProcessor(TurnContext.of(survey, session, inputs))
                .handle(step, input)
                .turn();
    }

    /**
     * Tries one reply to one question, in a session of its own: for tests of what a survey understands.
     *
     * @param language the tag of the person's language
     * @param now the time of the reply
     */
    public static ReplyOutcome tryReply(
            Survey survey, String question, String language, Medium medium, Input reply, Instant now) {
        return new ReplyTrial(survey, question, language, medium, now).reply(reply);
    }

    /** Reminds the person. */
    public static Turn.Done remind(Survey survey, Session session, TurnInputs inputs) {
        Step step = Step.from(session, inputs.now());
        return new TurnProcessor(TurnContext.of(survey, session, inputs))
                .remind(step)
                .turn()
                .done();
    }

    /** Ends a session that has expired. */
    public static Turn.Done giveUp(Survey survey, Session session, Instant now) {
        return Step.from(session, now)
                .over(Disposition.Transition.GIVEN_UP, SurveyEvent.Type.ABANDONED)
                .silent()
                .turn()
                .done();
    }

    /** Adds the transcript of a recorded answer. */
    public static Turn.Done transcribed(Session session, String recording, String text) {
        return Turn.Done.saying(Transcripts.add(session, recording, text), Reply.NOTHING);
    }
}
