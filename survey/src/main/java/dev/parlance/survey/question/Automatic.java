package dev.parlance.survey.question;

import java.util.Optional;
import java.util.Set;

/**
 * A question that nobody is asked, because its answer follows from what is known. It is answered when the survey reaches it, and
 * again when an answer that it depends on has changed.
 *
 * <p>Conditions, prompts, results and events treat it as any other answer.
 */
public interface Automatic extends Question {
    /** The answer; empty if something that it needs is not known. */
    Optional<Value> answer(ConditionContext known);

    /** The questions whose answers it needs. */
    Set<String> questions();

    /** Returns a copy whose {@link #answers} follow from those that it needs. Default: this. */
    default Automatic typed(AnswerTypes types) {
        return this;
    }

    @Override
    default Reading read(Input input, AskContext context) {
        return Reading.unclear("invalid.answer");
    }

    @Override
    default ExpectedInput expects(AskContext context) {
        return ExpectedInput.speech();
    }
}
