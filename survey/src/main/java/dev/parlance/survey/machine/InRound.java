package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Value;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/** What is known in one round of a group: answers of the same round take precedence. */
record InRound(ConditionContext outside, Group group, int round) implements ConditionContext {
    @Override
    public Optional<Value> answer(String question) {
        Optional<Value> here = outside.answer(group.answerName(round, question));
        return here.isPresent() ? here : outside.answer(question);
    }

    @Override
    public Optional<String> variable(String name) {
        return outside.variable(name);
    }

    @Override
    public Optional<Value> contactField(String field) {
        return outside.contactField(field);
    }

    @Override
    public boolean isInGroup(String group) {
        return outside.isInGroup(group);
    }

    @Override
    public Optional<Value> answerIn(String survey, String question) {
        return outside.answerIn(survey, question);
    }

    @Override
    public Optional<LocalDate> today() {
        return outside.today();
    }

    @Override
    public Optional<LocalTime> timeOfDay() {
        return outside.timeOfDay();
    }

    @Override
    public long draw(String purpose) {
        return outside.draw(purpose);
    }

    @Override
    public Set<String> hiddenOptions(String question) {
        return outside.hiddenOptions(question);
    }

    @Override
    public String language() {
        return outside.language();
    }

    @Override
    public String channel() {
        return outside.channel();
    }
}
