package dev.parlance.survey.question;

import java.time.LocalDate;
import java.util.Optional;

/** A conversation without any answers. */
record NothingKnown(String language, String channel, LocalDate day) implements ConditionContext {
    @Override
    public Optional<Value> answer(String question) {
        return Optional.empty();
    }

    @Override
    public Optional<LocalDate> today() {
        return Optional.of(day);
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.empty();
    }
}
