package dev.parlance.survey.machine;

import dev.parlance.survey.question.Part;
import dev.parlance.survey.question.Reading;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.state.GivenAnswer;
import java.util.List;
import java.util.Optional;

/** An answer that a call asks for part by part, because it did not understand the whole. */
final class AnswerParts {
    private static final Value NOTHING = new Value(List.of());

    private final TurnContext context;

    AnswerParts(TurnContext context) {
        this.context = context;
    }

    /** Starts to ask for parts, if this is a call, something was said, and the answer has parts. */
    Optional<Step> begin(Step step, Position at, Reading.Unclear unclear) {
        boolean isWhole = context.isCall()
                && step.progress().chosen().isEmpty()
                && !unclear.reason().equals("silence")
                && at.question()
                        .nextPart(NOTHING, context.hearing(step.session(), at))
                        .isPresent();
        Answer nothing = GivenAnswer.computed(
                at.key(),
                NOTHING,
                step.language(),
                context.now(),
                step.session().channel());
        return isWhole ? Optional.of(step.with(edit -> edit.chosen = nothing)) : Optional.empty();
    }

    /** The part that is asked for next. */
    Optional<Part> next(Step step, Position asked) {
        return step.progress()
                .chosen()
                .flatMap(soFar -> asked.question().nextPart(soFar.value(), context.hearing(step.session(), asked)));
    }

    /** Whether a part is being asked for. */
    boolean isOpen(Step step, Position asked) {
        return next(step, asked).isPresent();
    }

    /** The answer so far, with one part more. */
    Answer with(Step step, Position asked, Answer part) {
        Value soFar = step.progress().chosen().orElseThrow().value();
        return GivenAnswer.withValue(
                part, asked.question().withPart(soFar, part.value(), context.hearing(step.session(), asked)));
    }
}
