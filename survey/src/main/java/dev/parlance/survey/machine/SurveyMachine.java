package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import java.time.Instant;

/**
 * The survey as a pure function: from a survey, a session and what a person does to the session after it, and the reply. It
 * has no clock, reads and writes nothing, and answers the same each time.
 *
 * <pre>{@code
 * Turn turn = SurveyMachine.advance(survey, session, Input.text("cinco"), Facts.at(now));
 * turn.session();   // to be saved
 * turn.reply();     // to be said
 * }</pre>
 */
public final class SurveyMachine {
    private SurveyMachine() {}

    /** What becomes of a session when the person does something. */
    public static Turn advance(Survey survey, Session session, Input input, Facts facts) {
        Conversation conversation = new Conversation(survey, session, facts);
        conversation.take(input);
        return conversation.turn();
    }

    /** What becomes of a session when the person is reminded. */
    public static Turn remind(Survey survey, Session session, Facts facts) {
        Conversation conversation = new Conversation(survey, session, facts);
        conversation.remind();
        return conversation.turn();
    }

    /** What becomes of a session when nobody waits for its person any more. */
    public static Turn giveUp(Survey survey, Session session, Instant now) {
        Conversation conversation = new Conversation(survey, session, Facts.at(now));
        conversation.giveUp();
        return conversation.turn();
    }

    /** What becomes of a session when a recorded answer has been put in writing. */
    public static Turn transcribed(Survey survey, Session session, String recording, String text, Instant now) {
        Conversation conversation = new Conversation(survey, session, Facts.at(now));
        conversation.transcribed(recording, text);
        return conversation.turn();
    }
}
