package dev.parlance.survey.definition;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Comparison;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Operand;
import dev.parlance.survey.question.References;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what one question refers to. */
final class ReferenceCheck implements References {
    private final QuestionPlaces.Place at;
    private final SurveyBuilder survey;
    private final QuestionPlaces questions;
    private final ConditionCheck conditions;

    ReferenceCheck(QuestionPlaces.Place at, SurveyBuilder survey, QuestionPlaces questions, ConditionCheck conditions) {
        this.at = at;
        this.survey = survey;
        this.questions = questions;
        this.conditions = conditions;
    }

    @Override
    public Optional<AnswerType> of(String question) {
        return questions.types().of(question);
    }

    @Override
    public Optional<AnswerType> of(String survey, String question) {
        return questions.types().of(survey, question);
    }

    @Override
    public void check(String path, Condition condition) {
        conditions.check(at.path() + "." + path, condition, at.id(), Set.of());
    }

    @Override
    public void check(String path, Operand operand) {
        check(path, new Comparison(operand, Comparison.Is.ANSWERED, List.of()));
    }

    @Override
    public void checkPlaceholder(String path, String name) {
        check(path, survey.variables.containsKey(name) ? Operand.variable(name) : Operand.answer(name));
    }
}
