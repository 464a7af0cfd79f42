package dev.parlance.survey.definition;

import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Comparison;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Question;
import java.util.Set;
import java.util.stream.Collectors;

/** Says whether a question can stay unanswered, and where a condition rules that out. */
final class Unanswered {
    private Unanswered() {}

    /** Whether the definition lets respondents skip the question, or goes on without an answer after a time. */
    static boolean byChoice(Question question) {
        return question.settings().optional()
                || question.settings()
                        .attempts()
                        .filter(own -> own.then() == Attempts.Then.SKIP)
                        .isPresent()
                || question.settings()
                        .answerWithin()
                        .filter(limit -> limit.then().filter(Jump::isEnd).isEmpty())
                        .isPresent();
    }

    /** Whether the question is skipped after too many attempts, or is not asked of everyone or on every channel. */
    static boolean byAccident(Question question, Attempts usual) {
        Attempts.Then then = question.settings().attempts().orElse(usual).then();
        return then == Attempts.Then.CONTINUE
                || then == Attempts.Then.SKIP
                || question.isConditional()
                || Flow.isLeftOutSomewhere(question);
    }

    /** Whether a group is not asked of everyone. */
    static boolean byAccident(Group group) {
        return !SurveyReader.isAlways(group.when())
                || !group.repeat().question().isEmpty();
    }

    /** The questions that must have an answer if this condition holds. */
    static Set<String> excludedBy(Condition condition) {
        if (condition instanceof Comparison comparison) {
            // With several values, one of them may be unknown.
            return comparison.right().size() > 1 ? comparison.left().questions() : comparison.questions();
        }
        return condition instanceof Condition.All all
                ? all.conditions().stream()
                        .flatMap(part -> excludedBy(part).stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
