package dev.parlance.survey.machine;

import dev.parlance.internal.Sha256;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.state.SessionState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/** What conditions can know: the session, and the time in the person's time zone. */
record KnownFacts(Survey survey, SessionState session, LocalDateTime local) implements ConditionContext {
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
        return Optional.of(local.toLocalDate());
    }

    @Override
    public Optional<LocalTime> timeOfDay() {
        return Optional.of(local.toLocalTime());
    }

    @Override
    public long draw(String purpose) {
        String hash = Sha256.hex(
                survey.name() + "\n" + purpose + "\n" + session.person().shuffleSeed());
        return Long.parseUnsignedLong(hash.substring(0, 16), 16);
    }

    @Override
    public Set<String> hiddenOptions(String question) {
        return session.hidden().getOrDefault(question, Set.of());
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
