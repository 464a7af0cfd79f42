package dev.parlance.survey.definition;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Comparison;
import dev.parlance.survey.question.Operand;
import dev.parlance.survey.question.Order;
import dev.parlance.survey.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds comparisons of values that can't be compared, and with values that can't occur. */
final class ComparisonCheck {
    private final SurveyBuilder survey;
    private final QuestionPlaces questions;
    private final ProblemList problems;

    ComparisonCheck(SurveyBuilder survey, QuestionPlaces questions, ProblemList problems) {
        this.survey = survey;
        this.questions = questions;
        this.problems = problems;
    }

    void check(String path, Comparison comparison) {
        List<Operand> operands = new ArrayList<>(comparison.right());
        operands.add(0, comparison.left());
        boolean isComplete = true;
        for (Operand operand : operands) {
            isComplete &= exists(path, operand);
        }
        if (!isComplete || comparison.is() == Comparison.Is.ANSWERED) {
            return;
        }
        if (comparison.is().needsOrder()) {
            comparison.right().forEach(other -> order(path, comparison.left(), other));
        } else {
            options(path, comparison);
        }
    }

    /** Whether the operand has a type to check. An unknown question is reported elsewhere. */
    private boolean exists(String path, Operand operand) {
        if (operand instanceof Operand.Variable variable && !survey.variables.containsKey(variable.name())) {
            problems.add(path, "refers to variable \"" + variable.name() + "\", which \"variables\" does not declare");
            return false;
        }
        if (operand instanceof Operand.AnswerIn answer && questions.isMissingIn(answer.survey(), answer.question())) {
            problems.add(
                    path,
                    "refers to question \"" + answer.question() + "\" of the survey \"" + answer.survey()
                            + "\", which has no such question");
            return false;
        }
        if (operand instanceof Operand.AnswerTo answer) {
            Optional<Question> question = questions.question(answer.question());
            if (question.isPresent() && !question.get().hasAnswer()) {
                problems.add(path, "refers to \"" + answer.question() + "\", which is a statement and has no answer");
                return false;
            }
            return question.isPresent() && !(question.get() instanceof UnknownKind);
        }
        return true;
    }

    private void order(String path, Operand left, Operand right) {
        Optional<Order> first = left.order(questions.types());
        Optional<Order> second = right.order(questions.types());
        String what = "compares \"" + left.description() + "\" with \"" + right.description() + "\", ";
        if (right instanceof Operand.Fixed && second.filter(Order.NONE::equals).isPresent()) {
            problems.add(path, what + "which is neither a number nor a date");
        } else if (second.isPresent() && first.isPresent() && first.get() == Order.NONE) {
            problems.add(path, what + "but its answers are not " + second.get());
        } else if (second.isPresent() && first.isPresent() && first.get() != second.get()) {
            problems.add(path, what + "but the latter are not " + first.get());
        }
    }

    private void options(String path, Comparison comparison) {
        Optional<AnswerType> type = typeOf(comparison.left());
        List<String> options =
                type.filter(AnswerType::hasOptions).map(AnswerType::all).orElse(List.of());
        if (options.isEmpty()) {
            return;
        }
        comparison.right().stream()
                .filter(Operand.Fixed.class::isInstance)
                .map(Operand::description)
                .filter(value -> !options.contains(value))
                .findFirst()
                .ifPresent(unknown -> problems.add(
                        path,
                        "checks for \"" + unknown + "\", which is not an option of \""
                                + comparison.left().description() + "\"; its options are "
                                + String.join(", ", options)));
    }

    private Optional<AnswerType> typeOf(Operand operand) {
        if (operand instanceof Operand.AnswerTo answer) {
            return questions.types().of(answer.question());
        }
        return operand instanceof Operand.AnswerIn answer
                ? questions.types().of(answer.survey(), answer.question())
                : Optional.empty();
    }
}
