package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Agent;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.state.Stage;
import dev.parlance.survey.state.Transition;

/** Hands a person over to an agent. The survey is over then, unless a call can come back to it. */
final class HandOvers {
    private final TurnContext context;
    private final ReplyBuilder replies;

    HandOvers(TurnContext context, ReplyBuilder replies) {
        this.context = context;
        this.replies = replies;
    }

    /** The agent that a survey names as a target: one of its own, or a number or an address. */
    Agent agent(String target) {
        return Jump.agentIn(target).map(context.survey().agents()::get).orElseGet(() -> Agent.at(target));
    }

    /** Hands over at a question, which stays open. */
    Step insteadOfAnswer(Step step, Agent agent) {
        return to(step, agent, Stage.AGENT, Transition.GIVEN_UP);
    }

    /** Hands over after a question. The survey is complete if nothing else would have been asked. */
    Step after(Step step, Agent agent, Position at) {
        boolean isLast = context.path(step.session()).isLast(at);
        Step there = step.with(edit -> {
            edit.at = at.key();
            edit.attempts = 0;
        });
        return to(there, agent, Stage.AGENT_NEXT, isLast ? Transition.ENDED : Transition.GIVEN_UP);
    }

    /**
     * Hands over.
     *
     * @param meanwhile the stage until the call comes back
     * @param transition how the survey ends
     */
    private Step to(Step step, Agent agent, Stage meanwhile, Transition transition) {
        boolean isConnected = context.isCall() && agent.way() != Agent.Way.EVENT;
        Step spoken = replies.saySystem(step, isConnected ? "handOver.voice" : "handOver.text");
        Step handed = spoken.handedOver(agent.name());
        if (context.isCall() && agent.goesOn() && agent.way().comesBack()) {
            Step connecting = handed.waiting(context.now()).with(edit -> edit.stage = meanwhile);
            return connecting.with(connecting.reply().handingOver(agent));
        }
        Step over = over(handed, transition);
        return context.isCall() && !isConnected
                ? replies.end(over)
                : over.with(over.reply().handingOver(agent));
    }

    /** Ends the survey with an agent. */
    Step over(Step step, Transition transition) {
        SurveyEvent.Type event =
                transition == Transition.ENDED ? SurveyEvent.Type.COMPLETED : SurveyEvent.Type.ABANDONED;
        return step.over(transition, event);
    }
}
