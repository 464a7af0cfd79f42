package dev.parlance.survey.machine;

import dev.parlance.survey.question.Value;
import dev.parlance.survey.question.ValueSetter;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.state.ContactChange;
import dev.parlance.survey.state.DeliveredEvent;
import dev.parlance.survey.state.MissedReplyLog;
import dev.parlance.survey.state.Progress;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Stage;
import dev.parlance.survey.state.StoredEvent;
import dev.parlance.survey.state.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The intermediate state of a turn. Immutable.
 *
 * @param now the time
 * @param session the session so far
 * @param reply the reply so far
 * @param events the events so far
 * @param consent the change of consent so far
 * @param needs what the machine needs to know before it can finish the turn
 */
record Step(
        Instant now,
        SessionState session,
        Reply reply,
        List<StoredEvent> events,
        Turn.Consent consent,
        Optional<Turn> needs) {

    static Step from(SessionState session, Instant now) {
        return new Step(now, session, Reply.EMPTY, List.of(), Turn.Consent.UNCHANGED, Optional.empty());
    }

    /** The finished turn. */
    Turn turn() {
        if (needs.isPresent()) {
            return needs.get();
        }
        EarlierAnswers kept = EarlierAnswers.newestOf(session.earlierAnswers(), session.dropped());
        SessionState after = kept.dropped() == session.dropped()
                ? session
                : session.with(edit -> {
                    edit.earlier = kept.answers();
                    edit.dropped = kept.dropped();
                });
        List<SurveyEvent> delivered = new ArrayList<>();
        events.forEach(event -> delivered.add(new DeliveredEvent(event, after)));
        return new Turn.Done(after, reply, delivered, consent);
    }

    Progress progress() {
        return session.progress();
    }

    Stage stage() {
        return progress().stage();
    }

    String language() {
        return session.language();
    }

    Step with(SessionState newSession) {
        return new Step(now, newSession, reply, events, consent, needs);
    }

    Step with(Consumer<Progress.Edit> change) {
        Progress changed = progress().with(change);
        return with(session.with(edit -> edit.progress = changed));
    }

    Step with(Reply newReply) {
        return new Step(now, session, newReply, events, consent, needs);
    }

    Step with(Turn.Consent newConsent) {
        return new Step(now, session, reply, events, newConsent, needs);
    }

    Step needing(Turn fact) {
        return new Step(now, session, reply, events, consent, Optional.of(fact));
    }

    Step silent() {
        return with(Reply.NOTHING);
    }

    Step speaking(String language) {
        return with(session.withLanguage(language));
    }

    Step happened(Transition transition) {
        return with(edit -> edit.disposition = transition.from(edit.disposition));
    }

    Step record(SurveyEvent.Type type) {
        return add(StoredEvent.of(
                type, session.outbox().nextSequence(), now, progress().disposition()));
    }

    Step handedOver(String agent) {
        StoredEvent event = StoredEvent.of(
                SurveyEvent.Type.HANDED_OVER,
                session.outbox().nextSequence(),
                now,
                progress().disposition());
        return add(event.withAgent(agent));
    }

    private Step add(StoredEvent given) {
        StoredEvent event = session.occasion().isEmpty() ? given : given.withOccasion(session.occasion());
        List<StoredEvent> more = new ArrayList<>(events);
        more.add(event);
        return new Step(now, session.with(session.outbox().with(event)), reply, more, consent, needs);
    }

    /** Accepts an answer. The one that it replaces moves to the earlier answers. */
    Step accept(Answer answer) {
        Map<String, Answer> answers = new LinkedHashMap<>(session.answers());
        Answer replaced = answers.put(answer.question(), answer);
        Step kept = replaced == null ? this : addEarlier(replaced);
        List<String> path = new ArrayList<>(progress().path());
        path.remove(answer.question());
        path.add(answer.question());
        Progress progress = progress().with(edit -> {
            edit.path = path;
            edit.attempts = 0;
            edit.unsure = List.of();
            edit.chosen = null;
        });
        Step accepted = kept.with(kept.session().with(edit -> {
            edit.answers = answers;
            edit.missed = settled(answer);
            edit.progress = progress;
        }));
        return accepted.answered(answer);
    }

    /** Stores an answer that follows from others. The person did not give it, so it is not on their path. */
    Step computed(Answer answer) {
        Answer before = session.answers().get(answer.question());
        if (before != null && before.value().equals(answer.value())) {
            return this;
        }
        Map<String, Answer> answers = new LinkedHashMap<>(session.answers());
        answers.put(answer.question(), answer);
        Step computed = with(session.with(edit -> edit.answers = answers));
        return computed.answered(answer);
    }

    private Step answered(Answer answer) {
        return add(StoredEvent.answered(
                session.outbox().nextSequence(), now, progress().disposition(), answer));
    }

    /**
     * Records what a question sets, after its answer.
     *
     * @param before the value that it replaces
     */
    Step set(ValueSetter question, String key, Value value, List<String> before) {
        Map<String, List<String>> replaced = new LinkedHashMap<>(session.replaced());
        replaced.putIfAbsent(key, before);
        SessionState noted = session.with(edit -> edit.replaced = replaced);
        if (question.target() == ValueSetter.Target.VARIABLE) {
            return with(noted.withVariable(question.name(), value.text()));
        }
        ContactChange.Kind kind = switch (question.target()) {
            case ADD -> ContactChange.Kind.ADD;
            case REMOVE -> ContactChange.Kind.REMOVE;
            default -> ContactChange.Kind.FIELD;
        };
        List<String> parts = kind == ContactChange.Kind.FIELD ? value.parts() : List.of();
        List<ContactChange> changes = new ArrayList<>(session.changes());
        changes.add(new ContactChange(session.outbox().lastSequence(), now, kind, question.name(), parts));
        return with(noted.with(edit -> edit.changes = changes));
    }

    /** Removes those of these answers that were computed. */
    Step withoutComputed(Set<String> keys) {
        if (keys.isEmpty()) {
            return this;
        }
        Map<String, Answer> answers = new LinkedHashMap<>(session.answers());
        answers.values()
                .removeIf(answer ->
                        answer.inputMethod() == Answer.InputMethod.COMPUTED && keys.contains(answer.question()));
        return with(session.with(edit -> edit.answers = answers));
    }

    /** What the survey said back was wrong if the person then answers something else. */
    private MissedReplyLog settled(Answer answer) {
        List<Answer> saidBack = progress().unconfirmed();
        boolean isAmongThem = saidBack.isEmpty()
                || saidBack.stream().anyMatch(each -> each.value().equals(answer.value()));
        return answer.isGiven() && !isAmongThem
                ? session.missed().refused()
                : session.missed().accepted();
    }

    Step with(MissedReplyLog missed) {
        return with(session.with(edit -> edit.missed = missed));
    }

    /** Adds an answer to the earlier ones, which do not count. */
    Step addEarlier(Answer answer) {
        List<Answer> earlier = new ArrayList<>(session.earlierAnswers());
        earlier.add(answer);
        return with(session.with(edit -> edit.earlier = earlier));
    }

    Step withoutAnswers() {
        List<Answer> earlier = new ArrayList<>(session.earlierAnswers());
        session.answers().values().stream()
                .filter(answer -> answer.inputMethod() != Answer.InputMethod.COMPUTED)
                .forEach(earlier::add);
        return with(session.withInvitedVariables().with(edit -> {
                    edit.earlier = earlier;
                    edit.answers = Map.of();
                }))
                .with(edit -> edit.path = List.of());
    }

    /** The number of answers that the person gave, without skipped questions. */
    long given() {
        long count = 0;
        for (Answer answer : session.answers().values()) {
            if (answer.isGiven() && answer.inputMethod() != Answer.InputMethod.COMPUTED) {
                count++;
            }
        }
        return count;
    }

    Step over(Transition transition, SurveyEvent.Type type) {
        Step over = happened(transition).with(edit -> {
            edit.stage = Stage.OVER;
            edit.ended = now;
        });
        return over.record(type);
    }

    /** Waits for the answer to the open question, from now on. */
    Step waiting(Instant now) {
        return with(edit -> {
            edit.stage = Stage.ASKING;
            edit.unsure = List.of();
            edit.asked = now;
            edit.askedTurn = edit.turn;
            edit.openSince = edit.openSince == null ? now : edit.openSince;
        });
    }
}
