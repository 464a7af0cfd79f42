package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.RequestOutcome;
import dev.parlance.survey.session.ContactRecord;
import dev.parlance.survey.session.Session;
import java.util.Map;

/** A turn for trying a survey out. It asks nobody for the facts that the machine needs, but assumes them. */
final class Rehearsal {
    private final Survey survey;
    private final Input input;
    private Session session;
    private TurnInputs inputs;

    Rehearsal(Survey survey, Session session, Input input, TurnInputs inputs) {
        this.survey = survey;
        this.session = session;
        this.input = input;
        this.inputs = inputs;
    }

    Turn.Done run() {
        Turn turn = SurveyMachine.advance(survey, session, input, inputs);
        while (!(turn instanceof Turn.Done)) {
            assume(turn);
            turn = SurveyMachine.advance(survey, session, input, inputs);
        }
        return turn.done();
    }

    private void assume(Turn turn) {
        if (turn instanceof Turn.NeedsQuota needs) {
            inputs = inputs.withPlace(needs.quota(), true);
        }
        if (turn instanceof Turn.NeedsArm needs) {
            inputs = inputs.withArm(needs.question(), needs.drawn());
        }
        if (turn instanceof Turn.NeedsContact) {
            inputs = inputs.withContact(ContactRecord.EMPTY);
        }
        if (turn instanceof Turn.NeedsAnswers needs) {
            inputs = inputs.withAnswersIn(needs.survey(), Map.of());
        }
        if (turn instanceof Turn.NeedsRequest needs) {
            RequestResult none = RequestResult.without(RequestOutcome.FAILED);
            session = SurveyMachine.withResult(survey, session, needs.request(), none);
        }
    }
}
