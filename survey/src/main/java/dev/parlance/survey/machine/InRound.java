package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Value;
import java.util.Optional;

/** What is known in one round of a group: answers of the same round take precedence. */
record InRound(ConditionContext outside, Group group, int round) implements ForwardingContext {
    @Override
    public Optional<Value> answer(String question) {
        Optional<Value> here = outside.answer(group.answerName(round, question));
        return here.isPresent() ? here : outside.answer(question);
    }
}
