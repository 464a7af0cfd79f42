package dev.parlance.survey.machine;

import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.question.ValueSetter;
import java.util.Optional;

/**
 * What is known before a question sets a variable or a field.
 *
 * @param before the value that it replaces
 */
record BeforeSetting(ConditionContext outside, ValueSetter setting, Optional<Value> before)
        implements ForwardingContext {
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
    public Optional<String> variable(String name) {
        return isSet(ValueSetter.Target.VARIABLE, name) ? before.map(Value::text) : outside.variable(name);
    }

    @Override
    public Optional<Value> contactField(String field) {
        return isSet(ValueSetter.Target.FIELD, field) ? before : outside.contactField(field);
    }
}
