package dev.parlance.survey.machine;

import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.question.ValueSetter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What is known before a question sets a variable or a field.
 *
 * @param before the value that it replaces
 */
record BeforeSetting(ConditionContext now, ValueSetter setting, Optional<Value> before) implements ConditionContext {
    /** What the question is about to replace. */
    static Optional<Value> valueOf(ValueSetter setting, ConditionContext now) {
        return switch (setting.target()) {
            case VARIABLE -> now.variable(setting.name()).map(Value::of);
            case FIELD -> now.contactField(setting.name());
            case ADD, REMOVE -> Optional.empty();
        };
    }

    private boolean isSet(ValueSetter.Target target, String name) {
        return setting.target() == target && setting.name().equals(name);
    }

    @Override
    public Optional<Value> answer(String question) {
        return now.answer(question);
    }

    @Override
    public Optional<String> variable(String name) {
        return isSet(ValueSetter.Target.VARIABLE, name) ? before.map(Value::text) : now.variable(name);
    }

    @Override
    public Optional<Value> contactField(String field) {
        return isSet(ValueSetter.Target.FIELD, field) ? before : now.contactField(field);
    }

    @Override
    public boolean isInGroup(String group) {
        return now.isInGroup(group);
    }

    @Override
    public Optional<Value> answerIn(String survey, String question) {
        return now.answerIn(survey, question);
    }

    @Override
    public Optional<LocalDate> today() {
        return now.today();
    }

    @Override
    public long draw(String purpose) {
        return now.draw(purpose);
    }

    @Override
    public Set<String> hiddenOptions(String question) {
        return now.hiddenOptions(question);
    }

    @Override
    public String language() {
        return now.language();
    }

    @Override
    public String channel() {
        return now.channel();
    }
}
