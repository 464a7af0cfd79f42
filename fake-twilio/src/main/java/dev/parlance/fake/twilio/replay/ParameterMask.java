package dev.parlance.fake.twilio.replay;

import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Parameter;
import dev.parlance.fake.twilio.catalog.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of an operation with their types. */
final class ParameterMask {
    private final Optional<Operation> operation;
    private final ValueMask values;

    ParameterMask(Optional<Operation> operation, ValueMask values) {
        this.operation = operation;
        this.values = values;
    }

    /** A documented name, or its mask. */
    String name(String name) {
        return type(name) == null ? values.name(name) : name;
    }

    String value(String name, String value) {
        return values.of(name, type(name), value);
    }

    private @Nullable Type type(String name) {
        return operation.stream()
                .flatMap(it -> it.parameters().stream())
                .filter(Parameter::isInput)
                .filter(it -> it.name().equals(name))
                .map(it -> it.type().item().orElse(it.type()))
                .findFirst()
                .orElse(null);
    }
}
