package dev.parlance.survey.machine;

import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Value;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/** Knows what another context knows, except for what an implementation overrides. */
interface ForwardingContext extends ConditionContext {
    /** The other context. */
    ConditionContext outside();

    @Override
    default Optional<Value> answer(String question) {
        return outside().answer(question);
    }

    @Override
    default Optional<String> variable(String name) {
        return outside().variable(name);
    }

    @Override
    default Optional<Value> contactField(String field) {
        return outside().contactField(field);
    }

    @Override
    default boolean isInGroup(String group) {
        return outside().isInGroup(group);
    }

    @Override
    default Optional<Value> answerIn(String survey, String question) {
        return outside().answerIn(survey, question);
    }

    @Override
    default Optional<LocalDate> today() {
        return outside().today();
    }

    @Override
    default Optional<LocalTime> timeOfDay() {
        return outside().timeOfDay();
    }

    @Override
    default long draw(String purpose) {
        return outside().draw(purpose);
    }

    @Override
    default Set<String> hiddenOptions(String question) {
        return outside().hiddenOptions(question);
    }

    @Override
    default String language() {
        return outside().language();
    }

    @Override
    default String channel() {
        return outside().channel();
    }
}
