package dev.parlance.survey.compute;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Operand;
import dev.parlance.survey.question.ProblemCollector;
import dev.parlance.survey.question.References;
import java.util.Optional;

/** Reports the problems of a formula that is the value of the field {@code to}. */
record BelowTo(boolean isPlain, References references) implements References {
    private String path(String field) {
        return isPlain ? "to" : "to." + field;
    }

    ProblemCollector problems(ProblemCollector outside) {
        return (field, what) -> outside.add(path(field), what);
    }

    @Override
    public Optional<AnswerType> of(String question) {
        return references.of(question);
    }

    @Override
    public Optional<AnswerType> of(String survey, String question) {
        return references.of(survey, question);
    }

    @Override
    public void check(String field, Condition condition) {
        references.check(path(field), condition);
    }

    @Override
    public void check(String field, Operand operand) {
        references.check(path(field), operand);
    }

    @Override
    public void checkPlaceholder(String field, String name) {
        references.checkPlaceholder(path(field), name);
    }
}
