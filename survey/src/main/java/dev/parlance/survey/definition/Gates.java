package dev.parlance.survey.definition;

import dev.parlance.survey.question.Automatic;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the questions whose answers decide who may take part: those that the condition of a jump to an end refers to, and
 * those that decide whether such a question is asked.
 */
final class Gates {
    private Gates() {}

    static Set<String> of(List<Group> groups) {
        Map<String, Set<String>> conditionsOf = new LinkedHashMap<>();
        Set<String> gates = new LinkedHashSet<>();
        for (Group group : groups) {
            for (Question question : group.questions()) {
                Set<String> decides = new LinkedHashSet<>(group.when().questions());
                decides.addAll(question.decidedBy());
                if (question instanceof Automatic automatic) {
                    decides.addAll(automatic.questions());
                }
                if (!group.repeat().question().isEmpty()) {
                    // Without its answer there are no rounds.
                    decides.add(group.repeat().question());
                }
                conditionsOf.put(question.id(), decides);
                question.settings().next().stream()
                        .filter(Jump::isEnd)
                        .forEach(jump -> gates.addAll(jump.when().questions()));
            }
        }
        Deque<String> open = new ArrayDeque<>(gates);
        while (!open.isEmpty()) {
            for (String decides : conditionsOf.getOrDefault(open.pop(), Set.of())) {
                if (gates.add(decides)) {
                    open.add(decides);
                }
            }
        }
        for (Group group : groups) {
            group.questions().stream().filter(Gates::endsUnanswered).forEach(question -> gates.remove(question.id()));
        }
        return gates;
    }

    /** Whether the question's own jumps end the survey if it was not answered. */
    private static boolean endsUnanswered(Question question) {
        for (Jump jump : question.settings().next()) {
            if (holdsWithoutAnswers(jump.when())) {
                return jump.isEnd();
            }
        }
        return false;
    }

    private static boolean holdsWithoutAnswers(Condition condition) {
        return condition.holds(new ConditionContext() {
            @Override
            public Optional<Value> answer(String question) {
                return Optional.empty();
            }

            @Override
            public Optional<String> variable(String name) {
                return Optional.empty();
            }

            @Override
            public String language() {
                return "";
            }

            @Override
            public String channel() {
                return "";
            }
        });
    }
}
