package dev.parlance.survey.question;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The first and the last valid answer, such as days or numbers, both included. Either can be fixed, or a value that is known when
 * the question is asked: today, an earlier answer, a variable. A limit whose value is not known then is none.
 *
 * <pre>{@code
 * Question.date("lastIll").latest(Operand.daysFromToday(0));
 * }</pre>
 *
 * @param first the first valid answer; empty without such a limit
 * @param last the last valid answer; empty without such a limit
 */
public record Limits(Optional<Operand> first, Optional<Operand> last) {
    /** No limits. */
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

    static Limits between(Operand first, Operand last) {
        return new Limits(Optional.of(first), Optional.of(last));
    }

    /**
     * Reads two fields, each a fixed value or an object that says where the value comes from.
     *
     * @param fixed reads the fixed value of the field with this name
     */
    static Limits read(Fields fields, String first, String last, Function<String, Optional<Operand>> fixed) {
        return new Limits(read(fields, first, fixed), read(fields, last, fixed));
    }

    private static Optional<Operand> read(Fields fields, String name, Function<String, Optional<Operand>> fixed) {
        return fields.node(name).isObject() ? fields.operand(name) : fixed.apply(name);
    }

    Limits withFirst(Operand operand) {
        return new Limits(Optional.of(operand), last);
    }

    Limits withLast(Operand operand) {
        return new Limits(first, Optional.of(operand));
    }

    boolean isNone() {
        return equals(NONE);
    }

    /**
     * The values of the limits now.
     *
     * @param ofFirst the first valid answer by a value
     * @param ofLast the last valid answer by a value
     */
    <T extends Comparable<? super T>> ValidRange<T> in(
            ConditionContext known, Function<Value, Optional<T>> ofFirst, Function<Value, Optional<T>> ofLast) {
        return ValidRange.of(
                first.flatMap(operand -> operand.value(known)).flatMap(ofFirst),
                last.flatMap(operand -> operand.value(known)).flatMap(ofLast));
    }

    /** Reports a limit that refers to something unknown, or to a value of another type. */
    void check(String firstName, String lastName, Set<Order> types, References references, ProblemCollector problems) {
        first.ifPresent(operand -> check(firstName, operand, types, references, problems));
        last.ifPresent(operand -> check(lastName, operand, types, references, problems));
    }

    private static void check(
            String name, Operand operand, Set<Order> types, References references, ProblemCollector problems) {
        references.check(name, operand);
        operand.order(references)
                .filter(type -> !types.contains(type))
                .ifPresent(type -> problems.add(
                        name,
                        "is \"" + operand.description() + "\", whose values are " + type + ", not "
                                + String.join(
                                        " or ",
                                        types.stream().map(Order::toString).toList())));
    }

    /** The limits as fields of {@code survey.json}. */
    Map<String, Object> toJson(String firstName, String lastName, Function<Operand, Object> write) {
        Map<String, Object> json = new LinkedHashMap<>();
        first.ifPresent(operand -> json.put(firstName, write.apply(operand)));
        last.ifPresent(operand -> json.put(lastName, write.apply(operand)));
        return json;
    }

    /** Whether both limits are fixed values. */
    boolean isFixed() {
        return Stream.of(first, last).flatMap(Optional::stream).allMatch(Operand.Fixed.class::isInstance);
    }
}
