package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.question.Assignment;
import dev.parlance.survey.question.Automatic;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.question.ValueSetter;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.ContactRecord;
import dev.parlance.survey.state.GivenAnswer;
import dev.parlance.survey.state.SessionState;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Answers that nobody gives: computed values, and arms of experiments. */
final class AutomaticAnswers {
    private final TurnContext context;

    AutomaticAnswers(TurnContext context) {
        this.context = context;
    }

    /** Answers such a question, or needs an arm first. */
    Step answer(Step step, Position at, Automatic automatic) {
        ConditionContext known = context.path(step.session()).known(at.in(), at.round());
        if (automatic instanceof ValueSetter question) {
            return set(step, at, question, known);
        }
        Optional<Value> value = automatic.answer(known);
        if (automatic instanceof Assignment assignment) {
            return assign(step, at, assignment, value.orElseThrow());
        }
        return value.isPresent() ? computed(step, at, value.get()) : step.withoutComputed(Set.of(at.key()));
    }

    private Step computed(Step step, Position at, Value value) {
        return step.computed(GivenAnswer.computed(
                at.key(), value, step.language(), context.now(), step.session().channel()));
    }

    /**
     * Sets a value. A person who comes here again in the same run, for example by going back, gets what follows from the value
     * before the first time, so that "one more" stays one more.
     */
    private Step set(Step step, Position at, ValueSetter question, ConditionContext known) {
        List<String> first = step.session().replaced().get(at.key());
        Optional<Value> before = first == null
                ? BeforeSetting.valueOf(question, known)
                : Optional.of(new Value(first)).filter(value -> !first.isEmpty());
        Optional<Value> value =
                question.answer(new BeforeSetting(known, question, before)).map(AutomaticAnswers::shortened);
        if (value.isEmpty()) {
            return step.withoutComputed(Set.of(at.key()));
        }
        if (value.equals(step.session().answer(at.key()))) {
            return step;
        }
        List<String> replaced = before.map(Value::parts).orElse(List.of());
        return computed(step, at, value.get()).set(question, at.key(), value.get(), replaced);
    }

    private static Value shortened(Value value) {
        return value.text().length() > ContactRecord.MAX_LENGTH
                ? Value.of(value.text().substring(0, ContactRecord.MAX_LENGTH))
                : value;
    }

    /** Keeps a person's arm if they have one. */
    private Step assign(Step step, Position at, Assignment assignment, Value drawn) {
        if (step.session().answer(at.key()).isPresent()) {
            return step;
        }
        if (!assignment.balanced()) {
            return computed(step, at, drawn);
        }
        String arm = context.facts().arms().get(assignment.id());
        return arm == null
                ? step.needing(new Turn.NeedsArm(assignment.id(), heldQuotas(step.session()), drawn.text()))
                : computed(step, at, Value.of(arm));
    }

    private static SortedSet<String> heldQuotas(SessionState session) {
        SortedSet<String> held = new TreeSet<>();
        session.quotas().forEach((quota, hasPlace) -> {
            if (hasPlace) {
                held.add(quota);
            }
        });
        return held;
    }

    /** The computed answers that may differ now that another answer has. */
    Set<String> outdatedBy(Step before, Answer answer) {
        Answer replaced = before.session().answers().get(answer.question());
        if (replaced == null || replaced.value().equals(answer.value())) {
            return Set.of();
        }
        Set<String> changed = new HashSet<>(Set.of(Group.questionOf(answer.question())));
        for (Question question : context.survey().questions()) {
            if (question instanceof Automatic automatic && !Collections.disjoint(automatic.questions(), changed)) {
                changed.add(question.id());
            }
        }
        return before.session().answers().keySet().stream()
                .filter(key -> changed.contains(Group.questionOf(key)))
                .collect(Collectors.toSet());
    }
}
