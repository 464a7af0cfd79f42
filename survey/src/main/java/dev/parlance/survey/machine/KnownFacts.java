package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.state.SessionState;
import java.time.LocalDate;
import java.util.Optional;

/** What conditions can know: the session, and the day. */
record KnownFacts(Survey survey, SessionState session, LocalDate day) implements ConditionContext {
    @Override
    public Optional<Value> answer(String question) {
        return session.answer(question);
    }

    @Override
    public Optional<String> variable(String name) {
        return session.variable(name)
                .or(() -> Optional.ofNullable(survey.variables().get(name)));
    }

    @Override
    public Optional<LocalDate> today() {
        return Optional.of(day);
    }

    @Override
    public String language() {
        return session.language();
    }

    @Override
    public String channel() {
        return session.channel();
    }
}
