package dev.parlance.survey.question;

import java.util.Optional;

/** A conversation without any answers. */
record NothingKnown(String language, String channel) implements ConditionContext {
    @Override
    public Optional<Value> answer(String question) {
        return Optional.empty();
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.empty();
    }
}
