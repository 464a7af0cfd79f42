package dev.parlance.survey.compute;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AnswerTypes;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Operand;
import dev.parlance.survey.question.Order;
import dev.parlance.survey.question.ProblemCollector;
import dev.parlance.survey.question.References;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What formulas compute with. In {@code survey.json}, a word is the name of a question. */
final class Inputs {
    private Inputs() {}

    static List<Operand> read(Fields fields, String name) {
        return fields.operands(name).stream().map(Inputs::named).toList();
    }

    static Operand one(Fields fields, String name) {
        Optional<Operand> operand = fields.operand(name).map(Inputs::named);
        if (operand.isEmpty()) {
            fields.problem("", "needs \"" + name + "\"");
        }
        return operand.orElseGet(() -> Operand.answer(""));
    }

    private static Operand named(Operand operand) {
        return operand instanceof Operand.Fixed fixed && Order.of(fixed.text()) == Order.NONE
                ? Operand.answer(fixed.text())
                : operand;
    }

    /** The items of a matrix; otherwise the operand itself. */
    static Stream<Operand> items(Operand operand, AnswerTypes types) {
        return operand instanceof Operand.AnswerTo answer
                ? types.namedBy(answer.question()).stream().map(Operand::answer)
                : Stream.of(operand);
    }

    static List<Object> toJson(List<Operand> operands) {
        return operands.stream().map(Inputs::toJson).toList();
    }

    static Object toJson(Operand operand) {
        if (operand instanceof Operand.AnswerTo answer) {
            return answer.question();
        }
        return constant(operand);
    }

    /** An operand in JSON, where a word is the word itself. */
    static Object constant(Operand operand) {
        return operand instanceof Operand.Fixed fixed && Order.of(fixed.text()) == Order.NUMBERS
                ? new BigDecimal(fixed.text())
                : operand.toJson();
    }

    static Set<String> questions(List<Operand> operands) {
        Set<String> questions = new LinkedHashSet<>();
        operands.forEach(operand -> questions.addAll(operand.questions()));
        return questions;
    }

    static void mustBeNumbers(String name, List<Operand> operands, References references, ProblemCollector problems) {
        operands.forEach(operand -> mustBe(Order.NUMBERS, name, operand, references, problems));
    }

    static void mustBe(Order order, String name, Operand operand, References references, ProblemCollector problems) {
        references.check(name, operand);
        Optional<Order> found = operand.order(references);
        if (found.isPresent() && found.get() != order) {
            problems.add(
                    name, "uses \"" + operand.description() + "\", whose values are " + found.get() + ", not " + order);
        }
    }

    /** The type of a sum: if all are whole numbers of a known range, it has a range too. */
    static AnswerType sumOf(List<Operand> operands, AnswerTypes types) {
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (Operand operand : operands) {
            List<BigDecimal> numbers = operand.questions().stream()
                    .flatMap(question -> types.of(question).stream())
                    .flatMap(Inputs::values)
                    .filter(value -> Order.of(value) == Order.NUMBERS)
                    .map(BigDecimal::new)
                    .sorted()
                    .toList();
            if (numbers.isEmpty()) {
                return Rounding.NONE.numbers();
            }
            least = least.add(numbers.get(0));
            most = most.add(numbers.get(numbers.size() - 1));
        }
        boolean isWhole = least.stripTrailingZeros().scale() <= 0
                && most.stripTrailingZeros().scale() <= 0;
        return isWhole
                ? new AnswerType.Numbers(Optional.of(least), Optional.of(most), 0, false)
                : Rounding.NONE.numbers();
    }

    /** The values of answers, without "don't know" and the like. */
    private static Stream<String> values(AnswerType type) {
        return type.all().stream()
                .filter(value -> !(type instanceof AnswerType.Options options
                        && options.refusals().contains(value)));
    }
}
