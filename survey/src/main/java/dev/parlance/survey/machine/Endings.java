package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Moment;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.state.Stage;
import dev.parlance.survey.state.Transition;
import java.util.List;

/** The ways in which a survey or a call ends, and what is said then. */
final class Endings {
    private final TurnContext context;
    private final ReplyBuilder replies;

    Endings(TurnContext context, ReplyBuilder replies) {
        this.context = context;
        this.replies = replies;
    }

    /**
     * Hangs up if no one has reacted. A person who has answered before is asked the same question another time; anyone else
     * is treated as not reached.
     */
    Step nobodyThere(Step step) {
        Step left = replies.end(goodbye(step)).with(edit -> {
            edit.attempts = 0;
            edit.unsure = List.of();
        });
        if (left.session().hasAnswers() || left.progress().chosen().isPresent()) {
            return left;
        }
        return left.with(edit -> {
                    edit.stage = Stage.NEW;
                    edit.at = "";
                    edit.started = null;
                })
                .happened(Transition.NOBODY_THERE);
    }

    Step complete(Step step) {
        // A survey of statements alone is complete without a response.
        Step spoken = goodbye(step).happened(Transition.HEARD);
        boolean nothingWasAnswered = !spoken.progress().path().isEmpty() && spoken.given() == 0;
        return replies.end(
                nothingWasAnswered
                        ? spoken.over(Transition.ENDED_WITHOUT_ANSWERS, SurveyEvent.Type.ABANDONED)
                        : spoken.over(Transition.ENDED, SurveyEvent.Type.COMPLETED));
    }

    /** Ends because a question that decides eligibility got no valid answer. */
    Step gateUnanswered(Step step) {
        return abandoned(replies.saySystem(step, "gateUnanswered"), Transition.GATE_UNANSWERED);
    }

    Step screenedOut(Step spoken) {
        return abandoned(spoken, Transition.SCREENED);
    }

    Step endEarly(Step step, Transition transition) {
        return abandoned(goodbye(step), transition);
    }

    Step goodbye(Step step) {
        return replies.moment(step, Moment.GOODBYE, "goodbye");
    }

    private Step abandoned(Step step, Transition transition) {
        return replies.end(step.over(transition, SurveyEvent.Type.ABANDONED));
    }

    /** Ends because the person opted out. */
    Step stop(Step step) {
        Step over = step.stage() == Stage.OVER ? step : step.over(Transition.STOPPED, SurveyEvent.Type.OPTED_OUT);
        return stopped(over.with(Turn.Consent.WITHDRAWN));
    }

    /** The reply to a person who has opted out: nothing, except on an open call. */
    Step stopped(Step step) {
        return context.isCall() ? replies.end(replies.saySystem(step, "stopped")) : step.silent();
    }

    /** Replies that the survey is over. */
    Step alreadyOver(Step step) {
        if (step.progress().disposition() == Disposition.COMPLETED) {
            return replies.end(replies.pause(replies.moment(step, Moment.COMPLETED_ALREADY, "alreadyCompleted")));
        }
        return replies.end(isTooLate(step) ? tooLateSaid(step) : replies.saySystem(step, "ended"));
    }

    /** Whether answers of this person are of no use any more. */
    boolean isTooLate(Step step) {
        return SurveyMachine.relevantUntil(context.survey(), step.session())
                .filter(end -> !context.now().isBefore(end))
                .isPresent();
    }

    /** Ends because answers are of no use any more. A person who has not started is left as they are. */
    Step tooLate(Step step) {
        Step said = tooLateSaid(step);
        return step.stage() == Stage.NEW ? replies.end(said) : abandoned(said, Transition.GIVEN_UP);
    }

    private Step tooLateSaid(Step step) {
        return replies.moment(step, Moment.TOO_LATE, "ended");
    }

    /** Whether answers are of no use yet. */
    boolean isTooEarly() {
        return context.survey()
                .relevance()
                .from()
                .filter(context.now()::isBefore)
                .isPresent();
    }

    /** Asks nothing yet. The person's time starts with the next contact. */
    Step tooEarly(Step step) {
        Step said = replies.moment(step, Moment.TOO_EARLY, "notStarted");
        return replies.end(said.with(edit -> edit.contacted = null));
    }
}
