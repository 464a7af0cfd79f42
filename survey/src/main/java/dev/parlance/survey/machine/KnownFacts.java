package dev.parlance.survey.machine;

import dev.parlance.internal.Sha256;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.ContactRecord;
import dev.parlance.survey.state.ContactChange;
import dev.parlance.survey.state.SessionState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/** What conditions can know: the session, the time in the person's time zone, and what is known about the person outside of the session. */
record KnownFacts(Survey survey, SessionState session, LocalDateTime local, FactLookup lookup)
        implements ConditionContext {
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
    public Optional<Value> contactField(String field) {
        return contact().field(field);
    }

    @Override
    public boolean isInGroup(String group) {
        return contact().isIn(group);
    }

    /** The contact with what the session has set and not written yet. */
    private ContactRecord contact() {
        return ContactChange.all(session.changes(), lookup.contact());
    }

    @Override
    public Optional<Value> answerIn(String survey, String question) {
        return lookup.answerIn(survey, question);
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
