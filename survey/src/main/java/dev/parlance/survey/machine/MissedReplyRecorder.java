package dev.parlance.survey.machine;

import dev.parlance.survey.question.Input;
import dev.parlance.survey.state.MissedReply;
import dev.parlance.survey.state.MissedReply.Outcome;

/** Keeps the replies that the survey did not understand, so that a person can add words for them. */
record MissedReplyRecorder(TurnContext context) {
    /** Keeps a reply after which the question is asked again. */
    Step askedAgain(Step step, Input input, Position at) {
        return add(step, input, at, Outcome.ASKED_AGAIN);
    }

    /** Keeps a reply that is said back, until the person has said yes or no. */
    Step saidBack(Step step, Input input, Position at) {
        return add(step, input, at, Outcome.SAID_BACK);
    }

    /** What was said back is wrong. */
    Step refused(Step step) {
        return step.with(step.session().missed().refused());
    }

    private Step add(Step step, Input input, Position at, Outcome outcome) {
        if (context.isNewChannel()) {
            return step; // the person has not been asked here yet
        }
        MissedReply reply = new MissedReply(
                at.question().id(),
                step.language(),
                step.session().channel(),
                words(input, at),
                outcome,
                context.now());
        return step.with(step.session().missed().with(reply));
    }

    /** The words, only where the possible answers are known in advance; elsewhere they are personal data. */
    private static String words(Input input, Position at) {
        boolean isPersonal = at.question().answers().all().isEmpty();
        return isPersonal ? "" : ReplyForm.of(input.words());
    }
}
